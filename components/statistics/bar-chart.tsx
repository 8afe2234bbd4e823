import { useFormatter, useTranslations } from 'next-intl'
import { toBars } from '@/lib/statistics/chart.rules'
import type { TableView } from '@/lib/statistics/statistic.view'

const row = 26

/**
 * The table beside it, drawn: bars of printed numbers only. A picture for anyone who sees it; the sentence under it says the
 * same, and the table has every number. A phone has
 * no room for its words. What is withheld has no bar, because a short one would be read as a small number.
 */
export const BarChart = ({ view, title }: { view: TableView; title: string }) => {
  const t = useTranslations('statistics.chart')
  const format = useFormatter()
  const { bars, largest, withheld } = toBars(view.rows)
  const [first] = bars
  if (first === undefined) return null
  return (
    <details data-print="open" className="mt-2">
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8 print:hidden">
        {t('show')}
      </summary>
      <figure className="mt-2 grid gap-2">
        <svg
          aria-hidden="true"
          focusable="false"
          className="block w-full max-w-2xl max-sm:hidden print:block"
          viewBox={`0 0 640 ${bars.length * row}`}
        >
          {bars.map(({ key, label, value }, i) => (
            <g key={key} transform={`translate(0 ${i * row})`}>
              <text x="212" y="17" textAnchor="end" className="fill-ink text-[13px]">
                {label.length > 30 ? `${label.slice(0, 29)}…` : label}
              </text>
              <rect
                x="220"
                y="4"
                width={(value / largest) * 350}
                height="18"
                rx="3"
                className="fill-accent"
              />
              <text x={226 + (value / largest) * 350} y="17" className="fill-ink text-[13px]">
                {format.number(value)}
              </text>
            </g>
          ))}
        </svg>
        <figcaption className="max-w-prose text-sm text-muted">
          {t('sentence', { title, label: first.label, value: format.number(first.value) })}{' '}
          {withheld > 0 ? t('withheld', { count: withheld }) : null}
        </figcaption>
      </figure>
    </details>
  )
}
