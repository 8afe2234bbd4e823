import { useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { SearchForm } from '@/components/people/search-form'
import { InlineLink } from '@/components/ui/inline-link'
import { enter } from '@/lib/server/enter'

const SearchPage = () => {
  const t = useTranslations('find')
  const duplicates = useTranslations('duplicates')
  return (
    <>
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      <SearchForm />
      <p className="mt-8">
        <InlineLink href="/people/duplicates">{duplicates('title')}</InlineLink>
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
