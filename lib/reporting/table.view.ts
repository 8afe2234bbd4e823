import { addDays, addMonths, type Day } from '@/lib/shared/dates'
import type { CountedColumn } from './counted.rules'
import { type DimensionId, dimensionOf, isOwn, NOT_RECORDED, ORDERED } from './dimension.rules'
import type { ReportTable, TableColumn, TableRow } from './document.rules'
import { figureOf, isAdditive, isToConfirm } from './figure.rules'
import type { Column } from './question.rules'
import type { Report, ReportWords } from './report.data'
import { sayAnswers, sayCondition, type Translate, type Wording } from './wording.view'

/** What is put in the cell of a row that has nothing: none of what is counted, and no middle of nothing. */
const emptyOf = ({ column: { figure }, isKnown }: CountedColumn): number | null =>
  isKnown && isAdditive(figure) ? 0 : null

export const inOrder = (
  by: DimensionId,
  values: readonly string[],
  names: ReportWords,
  wording: Wording,
  locale: string,
) => {
  const fixed =
    by === 'place'
      ? names.places.map(({ slug }) => slug)
      : by === 'office'
        ? names.offices.map(({ id }) => id)
        : isOwn(by)
          ? names.own.find(({ id }) => id === by)?.values.map(({ code }) => code)
          : ORDERED[by]
  if (fixed !== undefined) {
    const known = fixed.filter((value) => values.includes(value))
    return [...known, ...values.filter((value) => !fixed.includes(value))]
  }
  if (dimensionOf(by).from === 'day') return [...values].sort()
  const { compare } = new Intl.Collator(locale)
  return [...values].sort((one, other) => compare(wording.value(by, one), wording.value(by, other)))
}

/** A breakdown of people met beside all of them is named by its value alone. */
const labelOf = (
  { column, split }: CountedColumn,
  columns: readonly CountedColumn[],
  by: DimensionId | null,
  wording: Wording,
): string => {
  if (split !== null && by !== null) return wording.value(by, split)
  const isBesideWhole = (one: Column): boolean => one.figure === column.figure && one.only === null
  return column.only !== null && columns.some((one) => isBesideWhole(one.column))
    ? wording.only(column.only)
    : wording.column(column)
}

/** A name within a sentence, at the beginning of a line. */
export const atStart = (name: string, locale: string): string =>
  name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)

/** A year by its number, also while it goes on; any other period by its days. */
export const titleOf = (
  period: { from: Day; until: Day },
  today: Day,
  day: (day: Day) => string,
  t: Translate,
): string =>
  period.from === `${today.slice(0, 4)}-01-01` && period.until === today
    ? period.from.slice(0, 4)
    : periodOf(period, day, t)

export const periodOf = (
  { from, until }: { from: Day; until: Day },
  day: (day: Day) => string,
  t: Translate,
): string =>
  from.endsWith('-01-01') && until.endsWith('-12-31') && from.slice(0, 4) === until.slice(0, 4)
    ? from.slice(0, 4)
    : t('period', { from: day(from), until: day(until) })

/** Periods that are asked for most, up to today. */
export const periodsOf = (today: Day) => {
  const year = Number(today.slice(0, 4))
  const month = `${today.slice(0, 7)}-01`
  const quarter = `${year}-${String(3 * Math.floor((Number(today.slice(5, 7)) - 1) / 3) + 1).padStart(2, '0')}-01`
  return [
    ['thisYear', { from: `${year}-01-01`, until: today }],
    ['lastYear', { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` }],
    ['quarter', { from: quarter, until: today }],
    ['month', { from: addMonths(month, -1), until: addDays(month, -1) }],
  ] as const
}

/** The table of a report, in words. */
export const toTable = (
  { question, counted, names }: Pick<Report, 'question' | 'counted' | 'names'>,
  { wording, t, locale, day }: { wording: Wording; t: Translate; locale: string; day: (day: Day) => string },
): ReportTable => {
  const { by, split } = question
  const { columns } = counted
  const values = [...new Set(columns.flatMap(({ values: own }) => [...own.keys()]))].flatMap(
    (value) => value ?? [],
  )
  const known = inOrder(
    by,
    values.filter((value) => value !== NOT_RECORDED),
    names,
    wording,
    locale,
  )
  const toRow = (value: string | null, kind: TableRow['kind']): TableRow => ({
    id: value ?? 'total',
    label: value === null ? t('total') : wording.value(by, value),
    kind,
    cells: columns.map((one) => {
      if (value !== null && !one.isBroken) return null
      const cell = one.values.get(value)
      return cell === undefined ? emptyOf(one) : cell
    }),
  })
  const head = columns.map(
    (one, at): TableColumn => ({
      id: `${at}`,
      label: labelOf(one, columns, split, wording),
      unit: figureOf(one.column.figure).unit,
      sensitive: [by, split, one.column.only?.dimension].some(
        (id) => id != null && dimensionOf(id).sensitive,
      ),
    }),
  )
  return {
    caption: t('caption', {
      what: [...new Set(question.columns.map(({ figure }) => t(`figure.${figure}.name`)))].join(', '),
      by: wording.dimension(by),
      period: periodOf(question, day, t),
    }),
    rowsLabel: atStart(wording.dimension(by), locale),
    columns: head,
    rows: [
      ...known.map((value) => toRow(value, 'known')),
      ...(values.includes(NOT_RECORDED) ? [toRow(NOT_RECORDED, 'missing')] : []),
      toRow(null, 'total'),
    ],
    notes: [
      sayCondition(question, names, wording, t),
      ...sayAnswers(question, names, wording, t),
      ...toNotes({ question, counted }, columns, t),
    ],
  }
}

const toNotes = (
  { question, counted }: Pick<Report, 'question' | 'counted'>,
  columns: readonly CountedColumn[],
  t: Translate,
): readonly string[] => [
  ...(columns.some(addsUpWrongly) ? [t('note.once')] : []),
  ...(columns.some(({ isBroken, isKnown }) => isKnown && !isBroken) ? [t('note.notBroken')] : []),
  ...(columns.some(({ isKnown }) => !isKnown) ? [t('note.notKnown')] : []),
  ...question.columns.flatMap(({ figure }, at) => {
    const count = counted.uncertain[at] ?? 0
    return count === 0 ? [] : [t('note.uncertain', { count, figure: t(`figure.${figure}.name`) })]
  }),
  ...(question.columns.some(({ figure }) => isToConfirm(figure)) ? [t('toConfirm.amif')] : []),
  ...(question.reach === 'own' ? [t('note.own')] : [t('note.open')]),
]

const addsUpWrongly = (one: CountedColumn): boolean => {
  if (!one.isBroken || emptyOf(one) === null) return false
  const parts = [...one.values].reduce((all, [value, cell]) => (value === null ? all : all + (cell ?? 0)), 0)
  return Math.abs(parts - (one.values.get(null) ?? 0)) > 0.001
}
