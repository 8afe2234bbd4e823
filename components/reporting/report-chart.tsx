import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Fold } from '@/components/ui/fold'
import { SceneDrawing } from '@/components/ui/scene-drawing'
import { drawChart, hasSmall, type Panel, tableOfChart } from '@/lib/reporting/chart.rules'
import type { ReportChart as Given } from '@/lib/reporting/document.rules'
import { ReportTable } from './report-table'

/** A chart of a report: what is seen, the drawing, and the same numbers as a table. Where it does not fit a phone it is drawn in rows there. */
export const ReportChart = ({
  id,
  chart,
  heading: Heading = 'h2',
  take,
}: {
  /** Of this chart on its page. */
  id: string
  chart: Given
  heading?: 'h2' | 'h3'
  /** The ways to take the picture along. */
  take?: ReactNode
}) => {
  const t = useTranslations('reporting.document')
  const locale = useLocale()
  const { panels, phone } = drawChart(chart, locale)
  if (panels.length === 0) return null
  return (
    // No grid: paper breaks only what flows.
    <figure className={classNames('min-w-0 space-y-3', panels.length === 1 && 'break-inside-avoid')}>
      <figcaption className="break-after-avoid">
        <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1 border-b border-edge pb-2">
          <Heading className="text-h2">{chart.title}</Heading>
          {take}
        </div>
      </figcaption>
      <Panels
        id={id}
        panels={panels}
        label={chart.alternative}
        {...(phone === null ? {} : { className: 'max-sm:hidden print:block' })}
      />
      {phone === null ? null : (
        <Panels
          id={`${id}-phone`}
          panels={phone}
          label={chart.alternative}
          className="sm:hidden print:hidden"
        />
      )}
      {hasSmall(chart) ? <p className="max-w-prose text-sm text-muted">{t('small')}</p> : null}
      <Fold label={t('showTable')} of={chart.title}>
        <ReportTable table={tableOfChart(chart, { rows: t('group'), value: t('value') })} hideCaption />
      </Fold>
    </figure>
  )
}

const Panels = ({
  id,
  panels,
  label,
  className,
}: {
  id: string
  panels: readonly Panel[]
  label: string
  className?: string
}) => {
  const isMany = panels.some(({ title }) => title !== null)
  return (
    <div
      role="img"
      aria-label={label}
      className={classNames(
        'min-w-0',
        isMany && 'grid grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] items-end gap-x-6 gap-y-5',
        className,
      )}
    >
      {panels.map(({ title, scene }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one drawing, always in this order
        <div key={index} className="min-w-0 break-inside-avoid">
          {title === null ? null : <p className="pb-1 text-sm font-semibold">{title}</p>}
          <SceneDrawing id={`${id}-${index}`} scene={scene} label={null} />
        </div>
      ))}
    </div>
  )
}
