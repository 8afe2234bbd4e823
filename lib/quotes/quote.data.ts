import 'server-only'
import * as z from 'zod'
import { sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { recordStore } from '@/lib/records/record.data'
import type { Day } from '@/lib/shared/dates'
import { type QuoteRow, quote } from './quote.schema'

/** What a person agrees to before their words are printed. */
export const QUOTE = { purpose: 'quote', recipient: 'house', scopes: [] } as const

/** What people of files said for reports. */
export const quotes = recordStore(quote, {
  list: (tx, asked) => tx.reportQuote.findMany(asked),
  add: (tx, row) => tx.reportQuote.createMany({ data: row }),
})

const found = z.array(z.object({ id: z.uuid(), caseId: z.uuid() }))

/**
 * What a report of the reader may print: said in the period, of files that the reader may open, in all offices or in some; not of a file
 * that was restricted since, and only while the person agrees. The latest first.
 */
export const listCleared = async (
  work: Work,
  { from, until, offices }: { readonly from: Day; readonly until: Day; readonly offices: readonly string[] },
): Promise<QuoteRow[]> => {
  const cleared = found.parse(
    await work.tx.$queryRaw(sql`
      SELECT q.id, q.case_id AS "caseId" FROM report_quote q
       WHERE q.said_day BETWEEN ${from}::date AND ${until}::date AND q.mistake IS NULL AND q.secrecy = 'open'
         AND (cardinality(${offices}::uuid[]) = 0 OR q.team_id = ANY (${offices}::uuid[]))
         AND NOT EXISTS (SELECT FROM report_quote later
                          WHERE later.case_id = q.case_id AND later.subject_id = q.subject_id AND later.revision > q.revision)
         AND app.consent_covers(q.case_id, q.person_id, 'quote', 'house', '{}')
       ORDER BY q.said_day DESC, q.id`),
  )
  const rows = await quotes.list(work, ...new Set(cleared.map(({ caseId }) => caseId)))
  return cleared.flatMap(({ id }) => rows.filter((row) => row.id === id))
}
