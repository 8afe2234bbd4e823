import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { OriginsChart, ProtectionChart } from '@/lib/countries/chart.view'
import { countryName, formatNumber, formatPercent } from '@/lib/countries/wording.rules'

/** Two dots: two years are known. No line joins them, because nothing is known between. */
export const ProtectionDots = ({ chart }: { chart: ProtectionChart }) => {
  const t = useTranslations('countries.charts.protection')
  const locale = useLocale()
  const percent = (value: number): string => formatPercent(value, locale)
  const y = (value: number): number => Math.round(96 - value * 1.2)
  const dots = [
    { x: '20%', year: chart.beforeYear, value: chart.before },
    { x: '80%', year: chart.afterYear, value: chart.after },
  ]
  const points = `−${formatNumber(Math.abs(Math.round(chart.points * 10) / 10), locale)}`
  return (
    <Card as="section">
      <h3>{t('title')}</h3>
      <svg
        width="100%"
        height="124"
        role="img"
        className="mt-1 font-sans"
        aria-label={t('alt', {
          before: percent(chart.before),
          beforeYear: String(chart.beforeYear),
          after: percent(chart.after),
          afterYear: String(chart.afterYear),
        })}
      >
        <line x1="4%" x2="96%" y1="98" y2="98" className="stroke-edge" />
        <g textAnchor="middle">
          <text x="50%" y="60" fontSize="13" className="num fill-muted">
            {t('points', { points })}
          </text>
          {dots.map(({ x, year, value }) => (
            <g key={year}>
              <circle cx={x} cy={y(value)} r="7" className="fill-accent" />
              <text x={x} y={y(value) + 26} fontSize="15" fontWeight="600" className="num fill-ink">
                {percent(value)}
              </text>
              <text x={x} y="116" fontSize="13" className="num fill-muted">
                {year}
              </text>
            </g>
          ))}
        </g>
      </svg>
      <p className="mt-2 text-sm">
        {t('summary', {
          granted: formatNumber(chart.granted, locale),
          decided: formatNumber(chart.decided, locale),
          computed: percent(Math.round(chart.computed * 10) / 10),
        })}{' '}
        <Link href="/countries/be/quality#c-recognition-rate-2019" prefetch={false}>
          {t('why')}
        </Link>
      </p>
    </Card>
  )
}

/** Sorted bars with their shares written out; what is not broken down is grey. */
export const OriginsBars = ({ chart }: { chart: OriginsChart }) => {
  const t = useTranslations('countries.charts.origins')
  const locale = useLocale()
  const rest = Math.round((100 - chart.sum) * 10) / 10
  const bars = [
    ...chart.bars.map(({ country, value }) => ({ name: countryName(country, locale), value, isRest: false })),
    { name: t('others'), value: rest, isRest: true },
  ]
  const widest = Math.max(...bars.map(({ value }) => value))
  return (
    <Card as="section">
      <h3 className="mb-2">{t('title', { year: String(chart.year) })}</h3>
      <ul className="grid gap-1.5 text-sm">
        {bars.map(({ name, value, isRest }) => (
          <li key={name} className="grid grid-cols-[minmax(5.5rem,auto)_1fr_3.5rem] items-center gap-2">
            <span className="w-24 wrap-break-word">{name}</span>
            <svg width="100%" height="12" aria-hidden="true">
              <rect
                width={`${(value / widest) * 100}%`}
                height="12"
                className={isRest ? 'fill-edge' : 'fill-accent'}
              />
            </svg>
            <span className="num text-end">{formatPercent(value, locale)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{t('summary', { sum: formatPercent(chart.sum, locale) })}</p>
    </Card>
  )
}
