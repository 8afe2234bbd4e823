import { FreeText } from '@/components/ui/free-text'
import type { AsylumPart } from '@/lib/asylum/asylum-page.data'
import { useAsylumLabels } from './asylum-labels'

/** Rows that were taken back, folded: what was written stays readable. */
export const Mistakes = ({ mistakes }: { mistakes: AsylumPart['mistakes'] }) => {
  const { t, named, date } = useAsylumLabels()
  if (mistakes.length === 0) return null
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center font-semibold text-link underline">
        {t('mistakes', { count: mistakes.length })}
      </summary>
      <ul className="mt-1 grid gap-3">
        {mistakes.map(({ event, back }) => (
          <li key={back.id} className="border-s-2 border-hair ps-3">
            <p className="line-through">{named(event)}</p>
            <FreeText text={event.words} className="max-w-prose" />
            <FreeText text={back.words} className="max-w-prose" />
            <p className="text-sm text-muted">
              {t('takenBackBy', {
                name: back.by,
                at: date(back.recordedAt),
                mistake: back.outcome === null ? '' : t(`outcome.${back.outcome}`),
              })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
