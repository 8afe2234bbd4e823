'use client'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import { NOTE_KINDS } from '@/lib/cases/case.rules'
import { SEVERITIES } from '@/lib/cases/severity.rules'
import type { Labels } from '@/lib/cases/word.view'
import { OUTCOMES } from '@/lib/detention/outcome.rules'
import type { Change } from '@/lib/reviews/review.schema'

/** One thing that happened in a file. */
export const ChangeLine = ({
  change,
  labels: words,
  isRestricted,
}: {
  change: Change
  labels: Labels
  isRestricted: boolean
}) => {
  const t = useTranslations('reviews')
  const tc = useTranslations('cases')
  // Of a restricted file no line says what it is about.
  const signal = (): string =>
    isRestricted ? tc(`severity.${SEVERITIES.read(change.severity)}`) : words.of('concern_type', change.code)
  const what = (): string => {
    switch (change.kind) {
      case 'note':
        return tc(`noteKind.${NOTE_KINDS.read(change.code)}`)
      case 'encounter': {
        const outcome = OUTCOMES.read(change.code)
        return outcome === 'seen' ? t('change.encounter') : tc(`outcome.${outcome}`)
      }
      case 'signal':
        return t('change.signal', { what: signal() })
      case 'answer':
        return t('change.answer', { what: signal() })
      case 'task':
        return t('change.task')
      case 'taskDone':
        return t('change.taskDone')
      case 'handover':
        return t('change.handover', { to: change.text })
    }
  }
  return (
    <li className="border-b border-hair py-2 last:border-b-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{what()}</span>
        <span className="text-sm text-muted">
          <Time at={change.on} style="dayInYear" /> · {change.by}
        </span>
      </p>
      {change.text === '' || change.kind === 'handover' ? null : (
        <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere text-dense">
          {change.text}
        </p>
      )}
    </li>
  )
}
