import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { PrintButton } from '@/components/ui/print-button'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { fileHref } from '@/lib/cases/file-part.view'
import type { History, HistoryLine } from '@/lib/cases/history.data'
import type { Known } from '@/lib/cases/known.data'
import type { Day } from '@/lib/shared/dates'
import { useHistoryLabels } from './history-labels'
import { KnownPart } from './known-part'

type Props = {
  readonly caseHeader: CaseHeader
  readonly history: History
  readonly known: Known
  readonly today: Day
}

/** What was known and when; who opened or changed the file and when, by day; how often one opened it oneself is folded. */
export const HistoryPage = ({ caseHeader, history, known, today }: Props) => {
  const t = useTranslations('cases')
  return (
    <>
      <div className="mb-8 max-w-3xl">
        <KnownPart caseHeader={caseHeader} known={known} today={today}>
          <PrintButton kind="quiet" size="small">
            {t('history.print')}
          </PrintButton>
        </KnownPart>
      </div>
      <section aria-labelledby="history" className="grid max-w-3xl gap-4">
        <div>
          <h2 id="history">{t('history.title')}</h2>
          <p className="mt-0.5 text-sm text-muted">{t('history.what')}</p>
        </div>
        {history.days.map(({ on, lines }) => (
          <section key={on} aria-labelledby={`on-${on}`} data-print="whole">
            <h3 id={`on-${on}`} className="font-sans text-base font-semibold">
              <Time at={on} style="weekday" />
            </h3>
            <Lines lines={lines.filter((line) => !isOwnRead(line))} />
            {lines.some(isOwnRead) ? (
              <details>
                <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
                  {t('history.own', { times: lines.filter(isOwnRead).length })}
                </summary>
                <Lines lines={lines.filter(isOwnRead)} />
              </details>
            ) : null}
          </section>
        ))}
        {history.more === null ? null : (
          <div className="print:hidden">
            <LinkButton kind="quiet" href={`${fileHref(caseHeader, 'history')}&before=${history.more}`}>
              {t('timeline.earlier')}
            </LinkButton>
          </div>
        )}
      </section>
    </>
  )
}

const isOwnRead = ({ event, isMine }: HistoryLine): boolean => isMine && event === 'case.opened'

const Lines = ({ lines }: { lines: readonly HistoryLine[] }) => {
  const labels = useHistoryLabels()
  return (
    <ul>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the audit log is insert-only and its lines are never reordered
        <li key={index} className="flex flex-wrap justify-between gap-x-4 border-t border-hair py-1.5">
          <span>{labels(line)}</span>
          <span className="num text-muted">
            <Time at={line.at} style="clock" />
          </span>
        </li>
      ))}
    </ul>
  )
}
