import { FreeText } from '@/components/ui/free-text'
import type { GuardianshipPart } from '@/lib/guardianship/guardianship-page.data'
import { type Lists, useGuardianshipLabels } from './guardianship-labels'

/** Rows that were taken back, folded: what was written stays readable. */
export const Mistakes = ({ mistakes, lists }: { mistakes: GuardianshipPart['mistakes']; lists: Lists }) => {
  const { t, name, named, facts, date } = useGuardianshipLabels(lists)
  if (mistakes.length === 0) return null
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
        {t('mistakes', { count: mistakes.length })}
      </summary>
      <ul className="mt-1 grid gap-3">
        {mistakes.map(({ event, back }) => (
          <li key={back.id} className="border-s-2 border-hair ps-3">
            <p dir="auto" className="line-through wrap-anywhere">
              {[named(event), ...facts(event)].join(' · ')}
            </p>
            <FreeText text={event.details.words} className="max-w-prose" />
            <FreeText text={back.details.words} className="max-w-prose" />
            <p className="text-sm text-muted">
              {t('takenBackBy', {
                name: back.by,
                at: date(back.recordedAt),
                mistake: name(back),
              })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
