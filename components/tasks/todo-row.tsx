import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatTime } from '@/components/ui/time'
import { toDue } from '@/lib/cases/case.rules'
import { type Day, daysBetween } from '@/lib/shared/dates'

/** Things to do that are due in the same time. */
export const Group = ({ title, count, children }: { title: string; count?: number; children: ReactNode }) => (
  <section aria-label={title}>
    <h2 className="border-b border-edge pt-2 pb-1 text-h3">
      {title}
      {count === undefined ? null : (
        <span className="num font-sans text-sm font-normal text-muted"> {count}</span>
      )}
    </h2>
    <ul>{children}</ul>
  </section>
)

/** One thing to do: the box, what it is, by when; what else is said of it below. */
export const Row = ({
  box,
  on,
  isSure = true,
  says,
  more,
  today,
  children,
}: {
  box: ReactNode
  on: Day | null
  isSure?: boolean
  says: readonly (string | null)[]
  /** What can be done with it, beside what is said. */
  more?: ReactNode
  today: Day
  children: ReactNode
}) => {
  const t = useTranslations('tasks')
  const locale = useLocale()
  const { state, days } = toDue(on, today)
  // Far ahead the year counts more than the weekday.
  const said =
    on === null ? '' : formatTime(locale, on, daysBetween(today, on) > 300 ? 'shortInYears' : 'shortWeekday')
  return (
    <li className="grid min-h-13 grid-cols-[2.75rem_minmax(0,1fr)_auto] items-start gap-x-1 border-b border-hair py-1.5 sm:grid-cols-[2.25rem_minmax(0,1fr)_auto] print:grid-cols-[1.5rem_minmax(0,1fr)_auto]">
      <span className="flex justify-start">{box}</span>
      <div className="min-w-0 self-center">
        {children}
        {says.length === 0 ? null : (
          <div className="flex flex-wrap items-baseline gap-x-4">
            <p className="text-sm text-muted">{says.flatMap((one) => one ?? []).join(' · ')}</p>
            {more}
          </div>
        )}
      </div>
      <p className="num ps-2 pt-0.5 text-end text-sm">
        {on === null ? null : (
          <time
            dateTime={on}
            className={
              state === 'late' || state === 'today'
                ? 'font-semibold whitespace-nowrap text-late'
                : 'whitespace-nowrap'
            }
          >
            {state === 'late' || state === 'today' ? <span aria-hidden="true">◷ </span> : null}
            {isSure ? said : `(${said})`}
          </time>
        )}
        {state === 'late' ? <span className="block text-late">{t('due.late', { days })}</span> : null}
      </p>
    </li>
  )
}
