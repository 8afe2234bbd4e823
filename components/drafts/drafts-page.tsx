import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { InstallHint } from '@/components/layout/install-hint'
import { PageTitle } from '@/components/layout/page-title'
import { LinkButton } from '@/components/ui/link-button'
import { KeptTexts } from './kept-texts'
import { ThisDevice } from './this-device'

/** What one has typed and the application does not have yet. */
export const DraftsPage = ({ canRecord, children }: { canRecord: boolean; children: ReactNode }) => {
  const t = useTranslations('drafts')
  const begin = useTranslations('menu.begin')
  return (
    <>
      <PageTitle title={t('state.title')}>{t('what')}</PageTitle>
      <InstallHint />
      <KeptTexts
        begin={canRecord ? <LinkButton href="/detention/new">{begin('logVisit')}</LinkButton> : null}
      />
      {children}
      <ThisDevice />
    </>
  )
}
