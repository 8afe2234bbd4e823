import 'server-only'
import * as z from 'zod'
import type { Tx } from '@/lib/db/transact'
import type { Work } from '@/lib/db/work'
import { encryptAt, nextRow, OLDEST_FIRST, openAt, openEach, readAt } from '@/lib/registers/register.data'
import { MISTAKES, type Revised } from '@/lib/registers/register.rules'
import type { Cipher, Fields } from './field.schema'
import { type FormOf, type Register, type RowOf, settled } from './record.schema'

type CellsOf<F> = F extends { storage: { write(...typed: never): infer C } } ? Awaited<C> : never
type Within<F> = F extends { storage: { within: infer B extends string } } ? B : never
type Columns<F extends Fields> = {
  readonly [K in keyof F & string as [Within<F[K]>] extends [never]
    ? `${K}${keyof CellsOf<F[K]> & string}`
    : never]: CellsOf<F[K]>[keyof CellsOf<F[K]>]
} & { readonly [B in Within<F[keyof F]> as `${B}Cipher`]: Uint8Array<ArrayBuffer> }
/** What every row begins with. */
type First = Revised & { readonly caseId: string; readonly createdAt: Date }
/** A row as Prisma's model has it. Where a store is made, the compiler compares the declaration with the model. */
type Stored<F extends Fields> = First & Columns<F>
type Written<F extends Fields> = Stored<F> & { readonly createdBy: string }
type Table<F extends Fields> = {
  readonly list: (
    tx: Tx,
    asked: {
      readonly where: { readonly caseId: { readonly in: string[] } }
      readonly include: { readonly creator: { readonly select: { readonly name: true } } }
    } & typeof OLDEST_FIRST,
  ) => Promise<readonly (Stored<F> & { readonly creator: { readonly name: string } })[]>
  readonly add: (tx: Tx, row: Written<F>, typed: FormOf<F>) => Promise<unknown>
}

/** The register of a file: `record` is its declaration. */
export type Store<F extends Fields> = {
  readonly record: Register<F>
  /** Every row of files within reach, the oldest first. */
  readonly list: (work: Work, ...caseIds: readonly string[]) => Promise<RowOf<F>[]>
  /** The same with nothing decrypted: encrypted fields are empty. For a timeline, which does not tell them. */
  readonly listClear: (work: Work, caseId: string) => Promise<RowOf<F>[]>
  /** Writes a row into a file that the caller has found within reach: a new one, or the next revision of `before`. */
  readonly insert: (
    work: Work,
    typed: FormOf<F>,
    before: Revised | null,
    mistake?: Revised['mistake'],
  ) => Promise<Revised>
}

type Cells = Readonly<Record<string, unknown>>
const nameOf = (name: string, column: string): string => `${name}${column.replace('?', '')}`
const namesOf = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(
    ([
      name,
      {
        storage: { columns, within },
      },
    ]) => (within === undefined ? columns.map((column) => nameOf(name, column)) : [`${within}Cipher`]),
  )
const jsonTexts = z.record(z.string(), z.string())
/** As in record.schema.ts: each value came from its own field. */
const isRow = <F extends Fields>(fields: F, built: Cells): built is Cells & RowOf<F> =>
  Object.keys(fields).every((name) => name in built)
const isWritten = <F extends Fields>(fields: F, built: Cells): built is Cells & Written<F> =>
  namesOf(fields).every((name) => name in built)

export const recordStore = <F extends Fields>(record: Register<F>, { list, add }: Table<F>): Store<F> => {
  const { table, fields } = record
  const together = new Set(Object.values(fields).flatMap(({ storage }) => storage.within ?? []))
  const cipherOf = (work: Work, { id, caseId }: Pick<First, 'id' | 'caseId'>): Cipher => {
    const at = (column: string) => ({ table, column, caseId, row: id })
    return {
      encrypt: (column, typed) => encryptAt(work, at(column), typed),
      open: (column, encrypted) => openAt(work, at(column), encrypted),
      openParts: async (column, encrypted) => {
        const opened = await readAt(work, at(column), encrypted, (json) => jsonTexts.parse(JSON.parse(json)))
        // Damaged: nothing of it is guessed.
        const sentence = opened.ok ? null : await work.fieldCrypto.sentence()
        return (name) => (opened.ok ? opened.value[name] : sentence)
      },
    }
  }
  const openNothing = (work: Work, row: First): Cipher => ({
    ...cipherOf(work, row),
    open: async () => '',
    openParts: async () => () => '',
  })
  const read = async (cipher: Cipher, row: First & Cells, by: string): Promise<RowOf<F>> => {
    const { id, caseId, subjectId, revision, createdAt: recordedAt } = row
    const mistake = MISTAKES.readOrNull(row.mistake)
    const built: Record<string, unknown> = {
      id,
      caseId,
      subjectId,
      revision,
      mistake,
      by,
      recordedAt,
      typed: '',
    }
    const parts = new Map<string, (name: string) => unknown>()
    for (const bound of together) {
      const encrypted = row[`${bound}Cipher`]
      if (encrypted instanceof Uint8Array) parts.set(bound, await cipher.openParts(bound, encrypted))
    }
    for (const [name, { storage }] of Object.entries(fields)) {
      const cellOf = parts.get(storage.within ?? '') ?? ((column: string) => row[column])
      const cells = Object.fromEntries(
        storage.columns.map((column) => [column.replace('?', ''), cellOf(nameOf(name, column))]),
      )
      built[name] = await storage.read(cells, cipher)
      if ('When' in cells) built.typed = cells.Text ?? cells.When ?? ''
    }
    if (!isRow(fields, built)) throw new Error(`a row of ${table} lacks a field`)
    return built
  }
  const listWith = async (work: Work, caseIds: readonly string[], toCipher: (row: First) => Cipher) => {
    const include = { creator: { select: { name: true } } } as const
    const rows = await list(work.tx, { where: { caseId: { in: [...caseIds] } }, include, ...OLDEST_FIRST })
    return openEach(rows, (row) => read(toCipher(row), { ...row }, row.creator.name))
  }
  return {
    record,
    list: (work, ...caseIds) => listWith(work, caseIds, (row) => cipherOf(work, row)),
    listClear: (work, caseId) => listWith(work, [caseId], (row) => openNothing(work, row)),
    insert: async (work, input, before, mistake = null) => {
      const typed = settled(record, input)
      const values: Cells = typed
      const next = nextRow(work, typed.caseId, before, mistake)
      const cipher = cipherOf(work, next)
      const row: Record<string, unknown> = { ...next }
      const parts = new Map([...together].map((bound): [string, Record<string, unknown>] => [bound, {}]))
      const basis = record.basis?.(typed) ?? 'said'
      for (const [name, { storage }] of Object.entries(fields)) {
        const into = parts.get(storage.within ?? '') ?? row
        for (const [column, cell] of Object.entries(await storage.write(values[name], cipher, basis)))
          into[nameOf(name, column)] = cell
      }
      for (const [bound, texts] of parts)
        row[`${bound}Cipher`] = await cipher.encrypt(bound, JSON.stringify(texts))
      if (!isWritten(fields, row)) throw new Error(`a row of ${table} lacks a column`)
      await add(work.tx, row, typed)
      return next
    },
  }
}
