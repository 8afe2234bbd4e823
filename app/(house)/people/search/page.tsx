import { useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { SearchForm } from '@/components/people/search-form'
import { enter } from '@/lib/server/enter'

const SearchPage = () => {
  const t = useTranslations('find')
  return (
    <>
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      <SearchForm />
    </>
  )
}

export default enter({
  permission: 'case:read',
  words: ['find'],
  // An empty line: it shows nobody.
  audit: null,
  load: async () => null,
  show: () => <SearchPage />,
})
