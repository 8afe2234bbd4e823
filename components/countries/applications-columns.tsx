import { useLocale, useTranslations } from 'next-intl'
import type { ApplicationsChart, ApplicationsYear } from '@/lib/countries/chart.view'
import { formatNumber, formatPercent } from '@/lib/countries/wording.rules'

// Places across are shares of the width, so that letters keep their size on a telephone.
const CENTRES = ['17%', '50%', '83%']
const LEFTS = ['6%', '39%', '72%']
const WIDTH = '22%'
const BASE = 230
const TALLEST = 170

/** Columns from zero with their values on top; a line marks the year that has a second figure. */
export const ApplicationsColumns = ({ chart }: { chart: ApplicationsChart }) => {
  const locale = useLocale()
  const said = chart.years.map(({ year, value }) => `${year}: ${formatNumber(value, locale)}`).join(', ')
  return (
    <svg width="100%" height="284" role="img" aria-label={said} className="overflow-visible font-sans">
      {chart.years.map((year, index) => (
        <Column key={year.year} year={year} centre={CENTRES[index] ?? ''} left={LEFTS[index] ?? ''} />
      ))}
      <line x1="2%" x2="98%" y1={BASE} y2={BASE} className="stroke-edge" />
    </svg>
  )
}

const Column = ({ year, centre, left }: { year: ApplicationsYear; centre: string; left: string }) => {
  const t = useTranslations('countries.charts.applications')
  const locale = useLocale()
  const height = Math.round(TALLEST * year.share)
  const top = BASE - height
  return (
    <g textAnchor="middle">
      <rect x={left} width={WIDTH} y={top} height={height} className="fill-accent" />
      {year.second === null ? null : (
        <>
          <rect x={left} width={WIDTH} y={top} height="4" className="fill-ink" />
          <text x={centre} y={top - 45} fontSize="13" className="fill-muted">
            {t('also')}
          </text>
          <text x={centre} y={top - 29} fontSize="13" className="num fill-muted">
            {formatNumber(year.second, locale)}
          </text>
        </>
      )}
      <text x={centre} y={top - 9} fontSize="17" fontWeight="600" className="num fill-ink">
        {formatNumber(year.value, locale)}
      </text>
      <text x={centre} y={BASE + 22} fontSize="15" className="num fill-ink">
        {year.year}
      </text>
      {year.change === null ? null : (
        <text x={centre} y={BASE + 42} fontSize="14" className="num fill-muted">
          {formatPercent(year.change, locale, { digits: 0, signed: true })}
        </text>
      )}
    </g>
  )
}
