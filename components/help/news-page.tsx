import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { usePageName } from '@/components/layout/page-name'
import { PageTitle } from '@/components/layout/page-title'

/** The changes that people notice at work, the latest first; CHANGELOG.md has all of them, in English. */
const NEWS = ['said', 'drafts', 'help', 'file', 'names', 'menu'] as const

export const NewsPage = () => {
  const t = useTranslations('guide')
  const name = usePageName()
  return (
    <>
      <BackLink href="/help">{t('back')}</BackLink>
      <PageTitle title={name('news')} />
      <ul className="grid max-w-prose list-disc gap-2.5 ps-5">
        {NEWS.map((one) => (
          <li key={one}>{t(`new.${one}`)}</li>
        ))}
      </ul>
    </>
  )
}
