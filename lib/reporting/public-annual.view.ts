import type { useTranslations } from 'next-intl'
import { createTranslator } from 'use-intl/core'
import { catalogue } from '@/lib/i18n/catalogue'
import { policyOf } from '@/lib/statistics/disclosure.rules'
import { type MeasureId, measures } from '@/lib/statistics/measure.rules'
import type { PublicTable, PublicYear } from '@/lib/statistics/public-year.data'
import { toPeriodView, toTableView } from '@/lib/statistics/statistic.view'
import { toTitle } from '@/lib/statistics/title.view'
import { type ReferenceLabels, toLabels, toMethod } from '@/lib/statistics/wording.view'
import type { Paper, ReportBlock, ReportDocument, ReportTable } from './document.rules'
import { type PublicChapter, toPublicChapters } from './public-annual.rules'

type Words = {
  readonly t: ReturnType<typeof useTranslations<'reporting'>>
  readonly statistics: ReturnType<typeof useTranslations<'statistics'>>
  readonly locale: string
}

export const chapterTitle = (
  { chapter }: Pick<PublicChapter<unknown>, 'chapter'>,
  { t }: Pick<Words, 't'>,
): string => (chapter === 'trafficking' ? t('trafficking.title') : t(`annual.chapter.${chapter}`))

export const periodTitle = (
  { period }: Pick<PublicTable, 'period'>,
  { statistics }: Pick<Words, 'statistics'>,
): string => {
  const { year, quarter } = toPeriodView(period)
  return quarter === null
    ? statistics('period.year', { year })
    : statistics('period.quarter', { number: quarter, year })
}

/** "Visits, by centre": of what nothing left. */
export const measureTitle = (measure: MeasureId, { statistics, locale }: Omit<Words, 't'>): string =>
  toTitle(`public/${measure}/${measures[measure].dimension}/all`, statistics, locale, (_, node) => node)

const toReportTable = (one: PublicTable, words: Words, reference: ReferenceLabels): ReportTable => {
  const { statistics, locale } = words
  const labelOf = toLabels(locale, reference, statistics)
  const measure = measures[one.asked.measure]
  const view = toTableView(one.table, measure, [measure.dimension, ...one.asked.also], labelOf)
  const unit = measure.unit === 'encounter' || measure.unit === 'visit' ? measure.unit : 'persons'
  return {
    caption: `${toTitle(one.code, statistics, locale, labelOf)}, ${periodTitle(one, words)}`,
    rowsLabel: statistics(`dimension.${view.dimension ?? measure.dimension}`),
    columns: view.columns.map(({ key, label }) => ({
      id: key,
      label: label === '' ? statistics(`count.${unit}`) : label,
      unit: 'count',
      sensitive: false,
    })),
    rows: view.rows.map(({ key, label, isTotal, cells }) => ({
      id: key,
      label,
      kind: isTotal ? 'total' : 'known',
      cells: cells.map(({ value }) => value),
    })),
    notes: [statistics(`counted.${measure.unit}`), words.t('publicYear.release', { id: one.id })],
    isProtected: true,
  }
}

/** The year as releases have it, in the chapters of the annual report: protected numbers alone, and what none of them covers. */
export const toPublicDocument = async (
  { year, tables }: PublicYear,
  reference: ReferenceLabels,
  { locale, organisation, moment }: Pick<Paper, 'locale' | 'organisation' | 'moment'>,
): Promise<ReportDocument> => {
  const messages = await catalogue[locale]()
  const words: Words = {
    t: createTranslator({ locale, messages, namespace: 'reporting' }),
    statistics: createTranslator({ locale, messages, namespace: 'statistics' }),
    locale,
  }
  const { t, statistics } = words
  const policy = policyOf('public')
  const listed = new Intl.ListFormat(locale)
  const chapters = toPublicChapters(tables)
  const text = (said: string): ReportBlock => ({ kind: 'text', text: said })
  return {
    language: locale,
    title: t('publicYear.document', { year: String(year) }),
    organisation,
    mark: t('publicYear.mark'),
    // It is for anyone: the name of who took it is in the audit log alone.
    copy: t('publicYear.made', { moment, count: tables.length }),
    blocks: [
      { kind: 'heading', level: 1, text: t('publicYear.how') },
      text(t('publicYear.read', { base: policy.base })),
      text(t('publicYear.withheld')),
      ...chapters
        .filter(({ isCounted }) => isCounted)
        .flatMap((one): ReportBlock[] => [
          { kind: 'heading', level: 1, text: chapterTitle(one, words) },
          ...one.tables.map(
            (table): ReportBlock => ({ kind: 'table', table: toReportTable(table, words, reference) }),
          ),
          ...(one.missing.length === 0
            ? []
            : [
                text(
                  t('publicYear.missing', {
                    tables: listed.format(one.missing.map((measure) => measureTitle(measure, words))),
                  }),
                ),
              ]),
          { kind: 'editable', label: t('annual.own'), text: null },
        ]),
      { kind: 'heading', level: 1, text: t('publicYear.method') },
      text(
        t('publicYear.uncounted', {
          chapters: listed.format(
            chapters.filter(({ isCounted }) => !isCounted).map((one) => chapterTitle(one, words)),
          ),
        }),
      ),
      text(t('publicYear.quarters')),
      ...toMethod(statistics, 'persons', policy).map(text),
      ...toMethod(statistics, 'events', policy)
        .filter((line) => !toMethod(statistics, 'persons', policy).includes(line))
        .map(text),
    ],
  }
}
