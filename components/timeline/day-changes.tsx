import { useTranslations } from 'next-intl'
import { useHistoryLabels } from '@/components/cases/history-labels'
import { Time } from '@/components/ui/time'
import type { DayChanges as Changes } from '@/lib/timeline/timeline.view'

/** What the application wrote down by itself on a day: folded, unless someone asked for it. */
export const DayChanges = ({ changes: { on, lines }, isOpen }: { changes: Changes; isOpen: boolean }) => {
  const t = useTranslations('cases')
  const labels = useHistoryLabels()
  return (
    <li data-print="whole" data-dot="plain">
      <details open={isOpen}>
        <summary className="inline-flex min-h-11 items-center gap-x-2 text-sm text-muted sm:min-h-8">
          <span>{t('timeline.changes', { count: lines.length })}</span>
          <Time at={on} style="weekday" />
        </summary>
        <ul className="text-sm">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the audit log is insert-only and its lines are never reordered
            <li key={index} className="flex flex-wrap justify-between gap-x-4 py-0.5">
              <span>{labels(line)}</span>
              <span className="num text-muted">
                <Time at={line.at} style="clock" />
              </span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
