import 'server-only'
import * as z from 'zod'
import type { CipherPlace } from '@/lib/db/field-crypto'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { DATE_ORDERS } from './date-order.rules'
import { FIELDS, LIST_FIELDS } from './field.rules'
import type { Findings, Head, Plan } from './import.rules'
import { LEFT_OUT } from './left-out.rules'
import type { Line } from './table.rules'

// Everything that stood in a table is encrypted under the key of its import: pieces of rows, the head, and what was said of it.
const placeOf = (importId: string, column: string, revision: number, row = importId): CipherPlace => ({
  holder: { kind: 'import', id: importId },
  table: row === importId ? 'import' : 'import_piece',
  row,
  column,
  revision,
})

// What was stored before sheets could be chosen says nothing of one.
export const headSchema = z.object({
  sheet: z.string().default(''),
  headLine: z.number().default(0),
  above: z.array(z.string()).default([]),
  blank: z.number().default(0),
  headers: z.array(z.string()),
  samples: z.array(z.array(z.string())),
  signs: z.array(
    z.object({
      found: z.number(),
      onlyDmy: z.number(),
      onlyMdy: z.number(),
      examples: z.array(z.string()),
    }),
  ),
})
const counted = z.record(z.string(), z.number())
const planned = z.object({
  plan: z.object({
    columns: z.array(z.union([z.literal(''), z.templateLiteral(['own:', z.string()]), storedCode(FIELDS)])),
    dateOrder: storedCode(DATE_ORDERS).nullable(),
    said: z.partialRecord(storedCode(LIST_FIELDS), z.record(z.string(), z.string())),
    kind: z.string(),
    workerId: z.string(),
  }),
  findings: z.object({
    reasons: counted,
    cells: counted.default({}),
    left: z.partialRecord(storedCode(LEFT_OUT), z.number()).default({}),
    unknown: z.partialRecord(storedCode(LIST_FIELDS), counted),
  }),
})
const lines = z.array(z.object({ line: z.number(), cells: z.array(z.string()) }))

export const encryptHead = (work: Work, importId: string, of: Head) =>
  work.fieldCrypto.encrypt(placeOf(importId, 'head', 1), JSON.stringify(of))
export const openHead = async (work: Work, importId: string, encrypted: Uint8Array): Promise<Head> =>
  headSchema.parse(JSON.parse(await work.fieldCrypto.openWhole(placeOf(importId, 'head', 1), encrypted)))

export type Planned = { readonly plan: Plan; readonly findings: Findings }
export const encryptPlan = (work: Work, importId: string, revision: number, of: Planned) =>
  work.fieldCrypto.encrypt(placeOf(importId, 'plan', revision), JSON.stringify(of))
export const openPlan = async (
  work: Work,
  importId: string,
  revision: number,
  encrypted: Uint8Array,
): Promise<Planned> =>
  planned.parse(JSON.parse(await work.fieldCrypto.openWhole(placeOf(importId, 'plan', revision), encrypted)))

type At = { readonly importId: string; readonly position: number; readonly revision: number }
const pieceAt = ({ importId, position, revision }: At) =>
  placeOf(importId, 'rows', revision, `${importId} ${position}`)
export const encryptLines = (work: Work, at: At, of: readonly Line[]) =>
  encryptPiece(work, at, Buffer.from(JSON.stringify(of)))
/** Lines that are JSON already. */
export const encryptPiece = (work: Work, at: At, json: Uint8Array) =>
  work.fieldCrypto.encryptBytes(pieceAt(at), json)
export const openLines = async (work: Work, at: At, encrypted: Uint8Array): Promise<Line[]> =>
  lines.parse(JSON.parse(await work.fieldCrypto.openWhole(pieceAt(at), encrypted)))
