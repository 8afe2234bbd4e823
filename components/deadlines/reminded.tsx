import { useFormatter } from 'next-intl'
import type { ReminderSent } from '@/lib/deadlines/reminded.data'
import { useDeadlineLabels } from './deadline-labels'

/** Which reminders of a deadline went to whom: the last day is said, all of them are a press away. */
export const Reminded = ({ told, title }: { told: readonly ReminderSent[]; title: string }) => {
  const { t, day } = useDeadlineLabels()
  const format = useFormatter()
  const [last] = told
  if (last === undefined) return null
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
        {t('reminded.last', { count: told.length, on: day(last.on) })}
        <span className="sr-only">: {title}</span>
      </summary>
      <ul className="mt-1 grid gap-1 text-sm">
        {told.map(({ on, names }) => (
          <li key={on}>{t('reminded.on', { on: day(on), names: format.list([...names]) })}</li>
        ))}
      </ul>
    </details>
  )
}
