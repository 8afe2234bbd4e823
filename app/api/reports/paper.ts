import { createTranslator } from 'use-intl/core'
import * as z from 'zod'
import { formatTime } from '@/components/ui/time'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { catalogue } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import { toCsv } from '@/lib/reporting/csv.rules'
import type { Paper, ReportDocument } from '@/lib/reporting/document.rules'
import { toDocx } from '@/lib/reporting/docx'
import { type Definition, toWorkbook } from '@/lib/reporting/workbook'
import { newCode } from '@/lib/shared/ids'

/** A copy of a report: whose it is, when it was taken, and the number by which it leads to its line of the audit log. */
export const toPaper = async (work: Work, locale: Locale): Promise<Paper> => {
  const { name: organisation } = await work.tx.organisation.findFirstOrThrow({ select: { name: true } })
  return {
    locale,
    organisation,
    by: work.actor.name,
    moment: formatTime(locale, work.now, 'moment'),
    copy: newCode(),
    day: (day) => formatTime(locale, day, 'day'),
  }
}

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const
export const formatSchema = z.enum(['docx', 'xlsx', 'csv'])
export type Format = z.output<typeof formatSchema>

/** A report in one of its formats. Throws NotFound for one without a table. */
export const toReportFile = async (
  as: Format,
  document: ReportDocument,
  definitions: readonly Definition[],
): Promise<{ readonly body: string | Uint8Array<ArrayBuffer>; readonly type: string }> => {
  const type = TYPES[as]
  if (as === 'docx') return { type, body: new Uint8Array(await toDocx(document)) }
  if (as === 'xlsx') return { type, body: new Uint8Array(await toWorkbook(document, definitions)) }
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  if (tables.length === 0) throw new NotFound()
  const locale = document.language
  const t = createTranslator({ locale, messages: await catalogue[locale](), namespace: 'reporting.document' })
  return { type, body: toCsv(tables, document, { table: t('table'), row: t('group') }) }
}
