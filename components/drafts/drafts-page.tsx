import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { InstallHint } from '@/components/layout/install-hint'
import { PageTitle } from '@/components/layout/page-title'
import { KeptTexts } from './kept-texts'
import { ThisDevice } from './this-device'

/** What one has typed and the application does not have yet. */
export const DraftsPage = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('drafts')
  return (
    <>
      <PageTitle title={t('state.title')}>{t('what')}</PageTitle>
      <InstallHint />
      <KeptTexts />
      {children}
      <ThisDevice />
    </>
  )
}
