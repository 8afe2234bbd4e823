import { Time } from '@/components/ui/time'
import type { ConsentSummary } from '@/lib/consents/summary.data'
import { useConsentLabels } from './consent-labels'

/** How each consent is today, one line each, with the day of the answer; and that the statistics were never asked about. */
export const ConsentLines = ({ summary: { lines, recipients, isCounted } }: { summary: ConsentSummary }) => {
  const { t, title, current } = useConsentLabels(recipients)
  return (
    <ul className="text-sm">
      {lines.map(({ row, name, state }) => (
        <li key={row.id} className={LINE}>
          <span className="min-w-0 wrap-anywhere">
            {title(row)}
            {name === null ? null : (
              <>
                {' '}
                <bdi dir="auto" translate="no" className="text-muted">
                  {name}
                </bdi>
              </>
            )}
          </span>
          {state === 'given' ? (
            <span className="shrink-0 text-done">
              <span aria-hidden="true">✓</span>
              <span className="sr-only">{t('state.given')}</span>{' '}
              <Time at={row.askedOn} style="shortInYears" />
            </span>
          ) : (
            <span className="shrink-0 font-semibold">{current(row, state)}</span>
          )}
        </li>
      ))}
      {isCounted ? null : (
        <li className={LINE}>
          <span className="min-w-0">{t('purpose.statistics')}</span>
          <span className="shrink-0 text-muted">{t('state.not_asked')}</span>
        </li>
      )}
    </ul>
  )
}

const LINE = 'flex items-baseline justify-between gap-3 border-b border-hair py-1 last:border-b-0'
