import { createTranslator } from 'use-intl/core'
import { catalogue } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import { toChart } from './chart.view'
import type { ReportDocument } from './document.rules'
import type { Report } from './report.data'
import { findStandard } from './standard.rules'
import { periodOf, toTable } from './table.view'
import { toWording } from './wording.view'

/** A report as a document: its table, its chart, and what each figure counts. */
export const toDocument = async (
  report: Report,
  {
    locale,
    organisation,
    by,
    moment,
    copy,
    day,
  }: {
    readonly locale: Locale
    readonly organisation: string
    readonly by: string
    readonly moment: string
    readonly copy: string
    readonly day: (day: string) => string
  },
) => {
  const messages = await catalogue[locale]()
  const t = createTranslator({ locale, messages, namespace: 'reporting' })
  const view = { wording: toWording(report.names, locale, t), t, locale, day }
  const standard = findStandard(report.question)
  const chart = toChart(report, view)
  const figures = [...new Set(report.question.columns.map(({ figure }) => figure))]
  const definitions = figures.map((figure) => ({
    figure: t(`figure.${figure}.name`),
    definition: t(`figure.${figure}.definition`),
  }))
  const document: ReportDocument = {
    language: locale,
    title: `${standard === null ? t('own') : t(`standard.${standard}`)}, ${periodOf(report.question, day, t)}`,
    organisation,
    mark: t('internal'),
    copy: t('copy', { copy, name: by, moment }),
    blocks: [
      { kind: 'table', table: toTable(report, view) },
      ...(chart === null ? [] : [{ kind: 'chart' as const, chart }]),
      { kind: 'heading', level: 1, text: t('definitions') },
      ...definitions.map(({ figure, definition }) => ({
        kind: 'text' as const,
        text: `${figure}: ${definition}`,
      })),
    ],
  }
  return { document, definitions }
}
