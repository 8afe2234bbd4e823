import * as z from 'zod'
import { toCopyLine, toExportTable } from '@/components/caseload/export-labels'
import { readQuery } from '@/lib/caseload/caseload.schema'
import { readExport } from '@/lib/caseload/export.data'
import {
  EXPORT_COLUMNS,
  EXPORT_FORMS,
  EXPORT_REASONS,
  MOST_EXPORTED,
  toExportCsv,
} from '@/lib/caseload/export.rules'
import { catalogue } from '@/lib/i18n/catalogue'
import { defineDownload } from '@/lib/server/define-download'
import { dayOf } from '@/lib/shared/dates'
import { newCode } from '@/lib/shared/ids'
import { toWorkbook } from '@/lib/statistics/archive'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
const ticked = z.optional(z.literal('on'))

/**
 * The caseload as a file, for who reads these files anyway: open files only, with a reason, and a copy number by which a file that is found
 * somewhere leads to the line of the audit log.
 */
export const GET = defineDownload({
  permission: 'case:read',
  stepUp: true,
  query: z.strictObject({
    /** The list as an address: what narrows it and its order. */
    list: z.string().max(4000),
    as: z.enum(EXPORT_FORMS.codes),
    reason: z.enum(EXPORT_REASONS.codes),
    names: ticked,
    ...Object.fromEntries(EXPORT_COLUMNS.codes.map((column) => [`with-${column}`, ticked])),
  }),
  run: async (work, { list, as, reason, names, ...chosen }) => {
    const withNames = names === 'on'
    const data = await readExport(work, readQuery(list), withNames)
    const messages = await catalogue[work.locale]()
    const ticks = new Set(Object.keys(chosen))
    const table = toExportTable(data, {
      columns: EXPORT_COLUMNS.codes.filter((column) => ticks.has(`with-${column}`)),
      withNames,
      locale: work.locale,
      messages,
    })
    const copy = newCode()
    const line = toCopyLine(copy, {
      by: work.actor.name,
      on: dayOf(work.now),
      reason,
      locale: work.locale,
      messages,
    })
    const body =
      as === 'csv'
        ? toExportCsv(table, line.cells)
        : new Uint8Array(
            await toWorkbook([
              { name: messages.caseload.title, head: table.head, rows: table.rows },
              { name: line.title, head: line.cells, rows: [] },
            ]),
          )
    return {
      body,
      type: TYPES[as],
      fileName: `caseload-${copy}.${as}`,
      copy,
      caseIds: data.lines.map(({ id }) => id),
      more: data.lines.length === MOST_EXPORTED,
    }
  },
  audit: ({ reason, names, as }, { copy, caseIds, more }) => ({
    event: 'case.exported',
    caseIds,
    copy,
    reason,
    form: as,
    names: names === 'on',
    more,
  }),
})
