import { LOCALES } from '@/lib/i18n/locales'
import { addMonths, type Day } from '@/lib/shared/dates'
import type { ChartId } from './chart.rules'
import { NOT_RECORDED } from './dimension.rules'
import type { ReportChart } from './document.rules'
import { figureOf, isAdditive } from './figure.rules'
import { sayValue } from './number.rules'
import type { Report } from './report.data'
import { atStart, inOrder } from './table.view'
import type { Translate, Wording } from './wording.view'

/** Twelve bars are read at a glance; of more, a picture of the years would be another one. */
const MOST_MONTHS = 24

const monthsOf = (from: Day, until: Day): readonly string[] => {
  const months: string[] = []
  for (let month = `${from.slice(0, 7)}-01`; month <= until; month = addMonths(month, 1))
    months.push(month.slice(0, 7))
  return months
}

/** So many bars are read in a small chart; of more values the most frequent are drawn. */
const MOST_VALUES = 12
const MOST_OF_MANY = 8

const shortMonth = (locale: string, withYear: boolean): ((month: string) => string) => {
  const { format } = new Intl.DateTimeFormat(locale, {
    month: 'short',
    timeZone: 'UTC',
    ...(withYear ? { year: '2-digit' } : {}),
  })
  return (month) => format(new Date(`${month}-01T00:00:00Z`))
}

type Seen = { readonly wording: Wording; readonly t: Translate; readonly locale: string }
type Given = Pick<Report, 'question' | 'counted' | 'names'>

/** The values of the other dimension, in the order in which they are drawn; of too many the most frequent. */
const drawnValues = (
  { question, names }: Given,
  other: Given['question']['by'],
  found: ReadonlyMap<string, number>,
  { wording, locale }: Seen,
): readonly string[] => {
  if (other === 'month') return monthsOf(question.from, question.until)
  const known = inOrder(
    other,
    [...found.keys()].filter((value) => value !== NOT_RECORDED),
    names,
    wording,
    locale,
  )
  const ordered = found.has(NOT_RECORDED) ? [...known, NOT_RECORDED] : known
  if (ordered.length <= MOST_VALUES) return ordered
  const most = ordered
    .toSorted((one, two) => (found.get(two) ?? 0) - (found.get(one) ?? 0))
    .slice(0, MOST_OF_MANY)
  return most
}

/** The figure of a report by another dimension, a small chart for each place, all on one scale; null where there is no such table. */
const toCentres = (given: Given, seen: Seen): ReportChart | null => {
  const { question, counted, names } = given
  const { by, split } = question
  const { wording, t, locale } = seen
  const [first] = question.columns
  const other = by === 'place' ? split : split === 'place' ? by : null
  if (first === undefined || other === null || other === 'place') return null
  if (other === 'month' && monthsOf(question.from, question.until).length > MOST_MONTHS) return null
  const columns = counted.columns.filter((column) => column.split !== null && column.isBroken)
  // Whichever of the two are the rows of the table.
  const cells = columns.flatMap((column) =>
    [...column.values].flatMap(([row, value]) =>
      row === null || column.split === null
        ? []
        : [
            by === 'place'
              ? { place: row, at: column.split, value }
              : { place: column.split, at: row, value },
          ],
    ),
  )
  const filled = cells.filter(({ value }) => (value ?? 0) > 0)
  const found = new Map<string, number>()
  for (const { at, value } of filled) found.set(at, (found.get(at) ?? 0) + (value ?? 0))
  const values = drawnValues(given, other, found, seen)
  const inPlaces = [...new Set(filled.map(({ place }) => place))]
  const places = inOrder('place', inPlaces, names, wording, locale)
  if (places.length < 2 || values.length === 0) return null
  const { unit } = figureOf(first.figure)
  const short = shortMonth(locale, monthsOf(question.from, question.until).length > 12)
  const none = isAdditive(first.figure) ? 0 : null
  const series = places.map((place) => ({
    label: wording.value('place', place),
    points: values.map((at) => ({
      label: other === 'month' ? short(at) : wording.value(other, at),
      name: wording.value(other, at),
      value: cells.find((cell) => cell.place === place && cell.at === at)?.value ?? none,
    })),
  }))
  const what = wording.column(first)
  const isCut = other !== 'month' && values.length < found.size
  const title = t(isCut ? 'chart.centresCut' : 'chart.centres', {
    what,
    by: wording.dimension(other),
    count: values.length,
  })
  return {
    kind: 'multiples',
    title,
    alternative: `${title}. ${series
      .map(({ label, points }) =>
        t('chart.ofCentre', {
          place: label,
          points: points
            .map(({ name, value }) => `${name}: ${sayValue(value, unit, LOCALES.read(locale))}`)
            .join(', '),
        }),
      )
      .join(' ')}`,
    unit,
    rowsLabel: atStart(wording.dimension(other), locale),
    series,
  }
}

/** The charts of a report, each under its name. */
export const toCharts = (
  given: Given,
  seen: Seen,
): readonly { readonly id: ChartId; readonly chart: ReportChart }[] => {
  const found = [
    { id: 'centres' as const, chart: toCentres(given, seen) },
    { id: 'months' as const, chart: toChart(given, seen) },
  ]
  return found.flatMap(({ id, chart }) => (chart === null ? [] : [{ id, chart }]))
}

/** The first figure of a report month by month; null where it does not happen in months or there is only one. */
export const toChart = (
  { question, counted }: Pick<Report, 'question' | 'counted'>,
  { wording, t, locale }: Seen,
): ReportChart | null => {
  const [first] = question.columns
  const months = monthsOf(question.from, question.until)
  const { months: values } = counted
  if (first === undefined || values === null || months.length < 2 || months.length > MOST_MONTHS) return null
  const short = shortMonth(locale, months.length > 12)
  const points = months.map((month) => ({
    month,
    label: short(month),
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
    rowsLabel: atStart(wording.dimension('month'), locale),
    series: [
      {
        label: what,
        points: points.map(({ label, month, value }) => ({
          label,
          name: wording.value('month', month),
          value,
        })),
      },
    ],
  }
}
