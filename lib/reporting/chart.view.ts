import { LOCALES } from '@/lib/i18n/locales'
import { addMonths, type Day } from '@/lib/shared/dates'
import type { ReportChart } from './document.rules'
import { figureOf, isAdditive } from './figure.rules'
import { sayValue } from './number.rules'
import type { Report } from './report.data'
import type { Translate, Wording } from './wording.view'

/** Twelve bars are read at a glance; of more, a picture of the years would be another one. */
const MOST_MONTHS = 24

const monthsOf = (from: Day, until: Day): readonly string[] => {
  const months: string[] = []
  for (let month = `${from.slice(0, 7)}-01`; month <= until; month = addMonths(month, 1))
    months.push(month.slice(0, 7))
  return months
}

/** The first figure of a report month by month; null where it does not happen in months or there is only one. */
export const toChart = (
  { question, counted }: Pick<Report, 'question' | 'counted'>,
  { wording, t, locale }: { wording: Wording; t: Translate; locale: string },
): ReportChart | null => {
  const [first] = question.columns
  const months = monthsOf(question.from, question.until)
  const { months: values } = counted
  if (first === undefined || values === null || months.length < 2 || months.length > MOST_MONTHS) return null
  const short = new Intl.DateTimeFormat(locale, {
    month: 'short',
    timeZone: 'UTC',
    ...(months.length > 12 ? { year: '2-digit' } : {}),
  })
  const points = months.map((month) => ({
    month,
    label: short.format(new Date(`${month}-01T00:00:00Z`)),
    // A month without a middle or a share has none, and no bar.
    value: values.get(month) ?? (isAdditive(first.figure) ? 0 : null),
  }))
  const { unit } = figureOf(first.figure)
  const said = (value: number | null): string => sayValue(value, unit, LOCALES.read(locale))
  const most = points.reduce((one, other) => ((other.value ?? 0) > (one.value ?? 0) ? other : one))
  const what = wording.column(first)
  return {
    kind: 'bars',
    title:
      (most.value ?? 0) === 0
        ? t('chart.none')
        : t('chart.most', { month: wording.value('month', most.month), value: said(most.value) }),
    alternative: t('chart.alternative', {
      what,
      points: points.map(({ month, value }) => `${wording.value('month', month)}: ${said(value)}`).join(', '),
    }),
    unit,
    series: [{ label: what, points: points.map(({ label, value }) => ({ label, value })) }],
  }
}
