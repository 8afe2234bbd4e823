import 'server-only'
import * as z from 'zod'
import { rowsReachedBy } from '@/lib/access/scope'
import { marksOf } from '@/lib/crypto/keyring'
import { placeInFile } from '@/lib/db/field-crypto'
import { join, raw, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { digitsOf, type NumberForm, tailOf, toPhone, toReference } from './number.rules'

const WHOLE = { phone: toPhone, reference: toReference } as const

type Mark = Uint8Array<ArrayBuffer>
const wholeMarks = (form: NumberForm, text: string): readonly Mark[] => {
  const whole = WHOLE[form](text)
  return whole === null ? [] : marksOf('number', `${form} ${whole}`)
}
const tailMarks = (form: NumberForm, text: string): readonly Mark[] => {
  const tail = tailOf(form, text)
  return tail === null ? [] : marksOf('number', `${form} …${tail}`)
}

/** What stands beside an encrypted number; empty when the text holds none, so that no one looks again. null: it is no number at all. */
export const markNumber = (
  form: NumberForm | null,
  text: string,
): { readonly numberMark: Mark; readonly tailMark: Mark } => ({
  numberMark: (form === null ? null : wholeMarks(form, text)[0]) ?? new Uint8Array(),
  tailMark: (form === null ? null : tailMarks(form, text)[0]) ?? new Uint8Array(),
})

const foundRows = z.array(
  z.object({
    case_id: z.string(),
    person_id: z.string(),
    what: z.enum(['safe_contact', 'guardianship_event', 'person_identifier']),
    id: z.string(),
    cipher: z.nullable(z.instanceof(Uint8Array<ArrayBuffer>)),
    /** The whole number is the one that was looked for. */
    is_whole: z.boolean(),
  }),
)
type Row = z.output<typeof foundRows>[number]
export type Numbered = { readonly caseId: string; readonly personId: string }

const written = {
  safe_contact: z.object({ value: z.string() }).transform(({ value }) => value),
  guardianship_event: z.object({ reference: z.string().default('') }).transform(({ reference }) => reference),
} as const

/** The digits of the number in a row; null when it does not open. */
const digitsIn = async (
  work: Work,
  { what, id, case_id, person_id, cipher }: Row,
): Promise<string | null> => {
  if (cipher === null) return null
  const opened =
    what === 'person_identifier'
      ? await work.fieldCrypto.read(
          { holder: { kind: 'person', id: person_id }, table: what, row: id, column: 'text', revision: 1 },
          cipher,
          (text) => text,
        )
      : await work.fieldCrypto.read(
          placeInFile(case_id, { table: what, row: id, column: 'details' }),
          cipher,
          (json) => written[what].parse(JSON.parse(json)),
        )
  return opened.ok ? digitsOf(opened.value) : null
}

/** As many rows with the same last digits are opened, to see whether the digits before them fit too. */
const CLOSELY = 50

/**
 * The people within reach beside whom a number stands, whole or with these last digits. Marks are compared by equality below the
 * policies, as names are (docs/adr/0058): what is out of reach is not found. What was said to be a mistake is not looked at.
 */
export const findNumber = async (work: Work, text: string): Promise<Numbered[]> => {
  const whole = [...wholeMarks('phone', text), ...wholeMarks('reference', text)]
  const tails = [...tailMarks('phone', text), ...tailMarks('reference', text)]
  const ways = rowsReachedBy(work.actor, 'case:read', work.now)
  if (whole.length + tails.length === 0 || ways.length === 0) return []
  const isWhole = (row: string) => sql`COALESCE(${raw(row)}.number_mark = ANY (${whole}::bytea[]), false)`
  const fits = (row: string) =>
    sql`(${raw(row)}.number_mark = ANY (${whole}::bytea[]) OR ${raw(row)}.tail_mark = ANY (${tails}::bytea[]))`
  const found = ways.flatMap((way) => [
    sql`SELECT w.case_id, w.person_id, 'safe_contact' AS what, w.id, w.details_cipher AS cipher, ${isWhole('w')} AS is_whole
          FROM safe_contact w
         WHERE ${way} AND ${fits('w')}
           AND NOT EXISTS (SELECT FROM safe_contact later WHERE later.case_id = w.case_id AND later.subject_id = w.subject_id
                              AND later.revision > w.revision AND later.mistake IS NOT NULL)`,
    sql`SELECT w.case_id, w.person_id, 'guardianship_event', w.id, w.details_cipher, ${isWhole('w')}
          FROM guardianship_event w
         WHERE ${way} AND ${fits('w')}
           AND NOT EXISTS (SELECT FROM guardianship_event later WHERE later.case_id = w.case_id AND later.replaces = w.id)`,
    // What is told within a circle leads to the file of that circle alone.
    sql`SELECT w.case_id, w.person_id, 'person_identifier', n.id, n.cipher, ${isWhole('n')}
          FROM person_identifier n JOIN case_person w ON w.person_id = n.person_id
         WHERE ${way} AND ${fits('n')} AND n.withdrawn_at IS NULL
           AND (n.circle_case_id IS NULL OR n.circle_case_id = w.case_id)`,
  ])
  const rows = foundRows.parse(
    await work.tx
      .$queryRaw`SELECT * FROM (${join(found, ' UNION ALL ')}) found ORDER BY is_whole DESC, id DESC LIMIT ${CLOSELY}`,
  )
  const digits = digitsOf(text)
  const numbered: Numbered[] = []
  for (const row of rows)
    if (row.is_whole || (await digitsIn(work, row))?.endsWith(digits) === true)
      numbered.push({ caseId: row.case_id, personId: row.person_id })
  return numbered
}
