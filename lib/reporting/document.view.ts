import { createTranslator } from 'use-intl/core'
import { catalogue } from '@/lib/i18n/catalogue'
import type { ChartId } from './chart.rules'
import { toCharts } from './chart.view'
import type { DimensionId } from './dimension.rules'
import type { Paper, ReportDocument } from './document.rules'
import type { Question } from './question.rules'
import type { Report } from './report.data'
import { findStandard } from './standard.rules'
import { periodOf, toTable } from './table.view'
import { sayCondition, sayDefinition, toWording } from './wording.view'

/** What a chart breaks its figure by. */
const dimensionsOf = (id: ChartId, { by, split }: Question): readonly DimensionId[] =>
  id === 'months' ? ['month'] : [by, split].flatMap((one) => one ?? [])

/** A report as a document: its table, its chart, and what each figure counts. */
export const toDocument = async (report: Report, { locale, organisation, by, moment, copy, day }: Paper) => {
  const messages = await catalogue[locale]()
  const t = createTranslator({ locale, messages, namespace: 'reporting' })
  const view = { wording: toWording(report.names, locale, t), t, locale, day }
  const standard = findStandard(report.question)
  const charts = toCharts(report, view)
  const table = toTable(report, view)
  const figures = [...new Set(report.question.columns.map(({ figure }) => figure))]
  const definitions = figures.map((figure) => ({
    figure: t(`figure.${figure}.name`),
    definition: sayDefinition(figure, t),
  }))
  const document: ReportDocument = {
    language: locale,
    title: `${standard === null ? t('own') : t(`standard.${standard}`)}, ${periodOf(report.question, day, t)}`,
    organisation,
    mark: t('internal'),
    copy: t('copy', { copy, name: by, moment }),
    blocks: [
      { kind: 'table', table },
      ...charts.map(({ chart }) => ({ kind: 'chart' as const, chart })),
      { kind: 'heading', level: 1, text: t('definitions') },
      ...definitions.map(({ figure, definition }) => ({
        kind: 'text' as const,
        text: `${figure}: ${definition}`,
      })),
    ],
  }
  return {
    document,
    definitions,
    charts: charts.map(({ id, chart }) => ({
      id,
      chart,
      /** What it has to say of its numbers where it leaves alone. */
      condition: `${t('caption', {
        what: report.question.columns[0] === undefined ? '' : view.wording.column(report.question.columns[0]),
        by: dimensionsOf(id, report.question)
          .map((one) => view.wording.dimension(one))
          .join(', '),
        period: periodOf(report.question, day, t),
      })}. ${sayCondition(report.question, report.names, view.wording, t)}`,
    })),
    legend: t('document.small'),
  }
}
