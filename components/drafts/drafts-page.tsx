import { useTranslations } from 'next-intl'
import { InstallHint } from '@/components/layout/install-hint'
import { PageTitle } from '@/components/layout/page-title'
import { KeptTexts } from './kept-texts'
import { ThisDevice } from './this-device'

/** What one has typed and the application does not have yet. */
export const DraftsPage = () => {
  const t = useTranslations('drafts')
  return (
    <>
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      <InstallHint />
      <KeptTexts />
      <ThisDevice />
    </>
  )
}
