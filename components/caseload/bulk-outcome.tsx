'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { undoTogether } from '@/lib/caseload/caseload.actions'
import type { Outcome } from '@/lib/caseload/caseload-bulk.schema'
import type { BulkKind } from './bulk-form'

/** What was done, what was not and why, file by file; and the way back. */
export const BulkOutcome = ({
  kind,
  outcome,
  onClose,
}: {
  kind: BulkKind
  outcome: Outcome
  onClose: () => void
}) => {
  const t = useTranslations('bulk')
  const errors = useTranslations('errors')
  const router = useRouter()
  const heading = useRef<HTMLParagraphElement>(null)
  const requestId = useRef('')
  const [shown, setShown] = useState({ outcome, isUndone: false, hasFailed: false })
  useEffect(() => {
    // The form that had the focus is gone.
    heading.current?.focus()
    router.refresh()
  }, [router])
  const undo = async (): Promise<void> => {
    requestId.current ||= crypto.randomUUID()
    const files = outcome.done.map(({ caseId, version, before }) => ({ caseId, version, before }))
    const answer = await undoTogether({
      requestId: requestId.current,
      input: { kind, files, reason: t('undoReason') },
    }).catch(() => null)
    if (answer === null || !answer.ok) return setShown({ ...shown, hasFailed: true })
    setShown({ outcome: answer.value, isUndone: true, hasFailed: false })
    heading.current?.focus()
    router.refresh()
  }
  const { done, failed } = shown.outcome
  return (
    <div className="grid gap-4">
      <p ref={heading} tabIndex={-1} role="status" className="font-semibold">
        {t(shown.isUndone ? 'undone' : 'done', { count: done.length })}
      </p>
      {failed.length === 0 ? null : (
        <div>
          <p>{t('failed', { count: failed.length })}</p>
          <ul className="mt-1 grid gap-1">
            {failed.map(({ caseId, code, why }) => (
              <li key={caseId}>
                <span className="num font-semibold">{code === '' ? '–' : code}</span>: {t(`why.${why}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {shown.hasFailed ? (
        <p role="alert" className="text-danger">
          {errors('failed')}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3 border-t border-hair pt-4">
        <Button onClick={onClose}>{t('close')}</Button>
        {shown.isUndone || done.length === 0 ? null : (
          <Button kind="quiet" onClick={() => void undo()}>
            {t('undo')}
          </Button>
        )}
      </div>
    </div>
  )
}
