import { createTranslator } from 'use-intl/core'
import { catalogue } from '@/lib/i18n/catalogue'
import type { Paper, ReportBlock, ReportDocument } from '../document.rules'
import type { CoarseTable } from './coarse.rules'
import { type ExactTable, HTCDS_FIELDS } from './line.rules'
import { toTraffickingTables, traffickingDefinitions } from './trafficking.view'

/** The trafficking table of a year as a document: each part, then what the columns count, how to read it and whose names the fields have. */
export const toTraffickingDocument = async (
  table: ExactTable | CoarseTable,
  { locale, organisation, by, moment, copy }: Paper,
) => {
  const messages = await catalogue[locale]()
  const t = createTranslator({ locale, messages, namespace: 'reporting' })
  const words = { t, file: createTranslator({ locale, messages, namespace: 'trafficking' }), locale }
  const isCoarse = !('totals' in table)
  // A table is copied alone: how it is read goes with it, and what its field is called elsewhere.
  const tables = toTraffickingTables(table, words).map((one, at) => {
    const part = table.parts[at]?.part
    const field = part === undefined ? null : HTCDS_FIELDS[part]
    return {
      ...one,
      notes: [
        ...(isCoarse ? [t('trafficking.note.coarse')] : []),
        ...one.notes,
        ...(field === null ? [] : [t('trafficking.htcds', { field })]),
      ],
    }
  })
  const definitions = [
    ...traffickingDefinitions(words).map(({ name, text }) => ({ figure: name, definition: text })),
    ...(isCoarse ? [{ figure: t('trafficking.coarse.how'), definition: t('trafficking.note.coarse') }] : []),
    { figure: t('trafficking.sources'), definition: t('trafficking.source') },
    { figure: t('trafficking.standard'), definition: t('trafficking.standardText') },
  ]
  const document: ReportDocument = {
    language: locale,
    title: t('trafficking.titleOf', { year: String(table.year) }),
    organisation,
    mark: t(isCoarse ? 'trafficking.coarse.mark' : 'internal'),
    copy: t('copy', { copy, name: by, moment }),
    blocks: [
      ...tables.map((one): ReportBlock => ({ kind: 'table', table: one })),
      { kind: 'heading', level: 1, text: t('definitions') },
      ...definitions.map(
        ({ figure, definition }): ReportBlock => ({ kind: 'text', text: `${figure}: ${definition}` }),
      ),
    ],
  }
  return { document, definitions }
}
