'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { answerHandover } from '@/lib/handovers/handover.actions'
import { useCommand } from './use-command'

/** Yes to everything that one hand-over asks of one. */
export const AcceptAll = ({ handoverId, caseIds }: { handoverId: string; caseIds: readonly string[] }) => {
  const t = useTranslations('handovers')
  const { run, isBusy, trouble } = useCommand(answerHandover)
  return (
    <>
      <Button
        size="small"
        kind="quiet"
        onClick={() => void run({ handoverId, caseIds, accepts: true, reason: '' })}
        aria-disabled={isBusy}
      >
        {t('asked.acceptAll', { count: caseIds.length })}
      </Button>
      <p role="alert" className="font-semibold text-danger empty:hidden">
        {trouble}
      </p>
    </>
  )
}
