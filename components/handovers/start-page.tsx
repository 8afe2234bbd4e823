import { useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { EmptyState } from '@/components/ui/empty-state'
import type { Holder } from '@/lib/handovers/prepare.data'
import { StartForm } from './start-form'

/** Choosing whose files go, before anything happens. */
export const StartPage = ({ holders, workerId }: { holders: readonly Holder[]; workerId: string }) => {
  const t = useTranslations('handovers')
  const chosen = holders.find(({ staffId }) => staffId === workerId)
  return (
    <>
      <PageTitle title={t('start.title')} back={{ href: '/handovers', words: t('all') }}>
        {t('start.what')}
      </PageTitle>
      {holders.length === 0 ? (
        <EmptyState title={t('start.noFiles')}>{t('start.noFilesWhat')}</EmptyState>
      ) : (
        <div className="max-w-2xl">
          <StartForm
            holders={holders}
            chosen={chosen === undefined ? '' : `${chosen.staffId}:${chosen.teamId}`}
          />
        </div>
      )}
    </>
  )
}
