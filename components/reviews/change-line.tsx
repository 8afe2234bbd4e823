'use client'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import { NOTE_KINDS } from '@/lib/cases/case.rules'
import type { Words } from '@/lib/cases/word.view'
import type { Change } from '@/lib/reviews/review.schema'

const OUTCOMES = ['not_seen', 'refused', 'isolation', 'gone'] as const

/** One thing that happened in a file. */
export const ChangeLine = ({ change, words }: { change: Change; words: Words }) => {
  const t = useTranslations('reviews')
  const tc = useTranslations('cases')
  const what = (): string => {
    switch (change.kind) {
      case 'note':
        return tc(`noteKind.${NOTE_KINDS.find((kind) => kind === change.code) ?? 'note'}`)
      case 'encounter': {
        const outcome = OUTCOMES.find((one) => one === change.code)
        return outcome === undefined ? t('change.encounter') : tc(`outcome.${outcome}`)
      }
      case 'signal':
        return t('change.signal', { what: words.of('concern_type', change.code) })
      case 'answer':
        return t('change.answer', { what: words.of('concern_type', change.code) })
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
