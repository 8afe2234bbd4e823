import { useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { SearchForm } from '@/components/people/search-form'
import { Link } from '@/components/ui/link'
import { enter } from '@/lib/server/enter'

const SearchPage = () => {
  const t = useTranslations('find')
  return (
    <>
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      <div data-finds="">
        <SearchForm />
      </div>
      <p className="mt-4 text-sm text-muted">
        {t.rich('twice', {
          to: (words) => (
            <Link href="/people/duplicates" className="inline-block py-1">
              {words}
            </Link>
          ),
        })}
      </p>
    </>
  )
}

export default enter({
  permission: 'case:read',
  messages: ['find'],
  // An empty line: it shows no one.
  audit: null,
  load: async () => null,
  show: () => <SearchPage />,
})
