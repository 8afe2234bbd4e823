import type { ReactNode } from 'react'
import { formatTime } from '@/components/ui/time'
import { addDays, type Day } from '@/lib/shared/dates'

const WEEK = 7
/** 2024 began on a Monday. */
const MONDAY = '2024-01-01'

/** The weeks of the month of a day, Monday first; null outside the month. */
const weeksOf = (today: Day): (Day | null)[][] => {
  const first = `${today.slice(0, 7)}-01`
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % WEEK
  const weeks: (Day | null)[][] = []
  for (
    let start = addDays(first, -before);
    start.slice(0, 7) <= today.slice(0, 7);
    start = addDays(start, WEEK)
  )
    weeks.push(
      Array.from({ length: WEEK }, (_, n) => addDays(start, n)).map((day) =>
        day.startsWith(today.slice(0, 7)) ? day : null,
      ),
    )
  return weeks
}

/** What stands in the tab of the other page. */
export const quietTitle = (locale: string, today: Day): string => formatTime(locale, today, 'month')

/** A month and nothing else: what someone sees who looks over a shoulder. */
export const QuietPage = ({
  locale,
  today,
  children,
}: {
  locale: string
  today: Day
  /** The small way back. */
  children: ReactNode
}) => (
  <main data-quiet-page className="mx-auto grid min-h-dvh max-w-md content-start gap-6 bg-paper px-4 py-10">
    <h1>{quietTitle(locale, today)}</h1>
    <table className="w-full table-fixed border-collapse text-center">
      <thead>
        <tr>
          {Array.from({ length: WEEK }, (_, n) => formatTime(locale, addDays(MONDAY, n), 'weekdayOnly')).map(
            (name) => (
              <th key={name} scope="col" className="py-2 text-sm font-normal text-muted">
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {weeksOf(today).map((week, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: weeks are never reordered
          <tr key={row}>
            {week.map((day, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: days without a date are told apart by their column alone
              <td key={column} className="num border border-hair py-2.5">
                {day === null ? null : (
                  <span {...(day === today ? { 'aria-current': 'date' as const } : {})}>
                    {Number(day.slice(8))}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    <p className="text-end text-sm">{children}</p>
  </main>
)
