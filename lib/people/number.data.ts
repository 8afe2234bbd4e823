import 'server-only'
import * as z from 'zod'
import { rowsReachedBy } from '@/lib/access/scope'
import { marksOf } from '@/lib/crypto/keyring'
import { join, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { toPhone, toReference } from './number.rules'

const FORMS = { phone: toPhone, reference: toReference } as const
export type NumberKind = keyof typeof FORMS

/** What stands beside an encrypted number; empty when the text holds none, so that no one looks again. */
export const markOfNumber = (kind: NumberKind, text: string): Uint8Array<ArrayBuffer> => {
  const form = FORMS[kind](text)
  return (form === null ? null : marksOf('number', `${kind} ${form}`)[0]) ?? new Uint8Array()
}

const marksFor = (text: string): readonly Uint8Array<ArrayBuffer>[] =>
  [
    ['phone', toPhone(text)],
    ['reference', toReference(text)],
  ].flatMap(([kind, form]) => (form === null ? [] : marksOf('number', `${kind} ${form}`)))

const rows = z.array(z.object({ case_id: z.string(), person_id: z.string() }))
export type Numbered = { readonly caseId: string; readonly personId: string }

/**
 * The people within reach beside whom a number stands. Marks are compared by equality below the policies, as names are
 * (docs/adr/0058): what is out of reach is not found and is not passed by. What was said to be a mistake is not looked at.
 */
export const findNumber = async (work: Work, text: string): Promise<Numbered[]> => {
  const marks = marksFor(text)
  const ways = rowsReachedBy(work.actor, 'case:read', work.now)
  if (marks.length === 0 || ways.length === 0) return []
  const contacts = join(
    ways.map(
      (way) => sql`SELECT w.case_id, w.person_id FROM safe_contact w
        WHERE ${way} AND w.number_mark = ANY (${marks}::bytea[])
          AND NOT EXISTS (SELECT FROM safe_contact later WHERE later.case_id = w.case_id AND later.subject_id = w.subject_id
                             AND later.revision > w.revision AND later.mistake IS NOT NULL)`,
    ),
    ' UNION ',
  )
  const references = join(
    ways.map(
      (way) => sql`SELECT w.case_id, w.person_id FROM guardianship_event w
        WHERE ${way} AND w.number_mark = ANY (${marks}::bytea[])
          AND NOT EXISTS (SELECT FROM guardianship_event later WHERE later.case_id = w.case_id AND later.replaces = w.id)`,
    ),
    ' UNION ',
  )
  return rows
    .parse(await work.tx.$queryRaw`${contacts} UNION ${references} LIMIT 50`)
    .map(({ case_id, person_id }) => ({ caseId: case_id, personId: person_id }))
}
