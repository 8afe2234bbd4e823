import 'server-only'
import { type CipherPlace, type Opened, placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import type { Revised } from './register.rules'

/** Two colleagues may write of one file at once: the second waits, and sees what the first wrote. */
export const lockRegisters = async (work: Work, caseId: string): Promise<void> => {
  await work.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`register:${caseId}`}, 0))::text`
}

/** How a register is read: as it was written down. */
export const OLDEST_FIRST = { orderBy: { id: 'asc' }, take: 500 } as const

/** Opens what is sealed in rows one after another: they share one transaction. */
export const openEach = async <R, T>(rows: readonly R[], open: (row: R) => Promise<T>): Promise<T[]> => {
  const opened: T[] = []
  for (const row of rows) opened.push(await open(row))
  return opened
}

/** What every row begins with: the first of a new subject, or the next of the one before it. */
export const nextRow = (work: Work, caseId: string, before: Revised | null, mistake: Revised['mistake']) => {
  const id = newId(work.now.getTime())
  return {
    id,
    caseId,
    subjectId: before?.subjectId ?? id,
    revision: (before?.revision ?? 0) + 1,
    mistake,
    createdBy: work.actor.id,
    createdAt: work.now,
  }
}

type At = { readonly table: string; readonly column: string; readonly caseId: string; readonly row: string }
const placeOf = ({ table, column, caseId, row }: At): CipherPlace =>
  placeInFile(caseId, { table, row, column })

export const encryptAt = (work: Work, at: At, text: string): Promise<Uint8Array<ArrayBuffer>> =>
  work.fieldCrypto.encrypt(placeOf(at), text)
/** An empty text is no text. */
export const encryptWords = async (
  work: Work,
  at: Omit<At, 'column'>,
  text: string,
): Promise<Uint8Array<ArrayBuffer> | null> =>
  text === '' ? null : encryptAt(work, { ...at, column: 'words' }, text)

export const openAt = (work: Work, at: At, encrypted: Uint8Array): Promise<string> =>
  work.fieldCrypto.open(placeOf(at), encrypted)
/** What is no plain text: a code or several facts. */
export const readAt = <T>(
  work: Work,
  at: At,
  encrypted: Uint8Array,
  parse: (text: string) => T,
): Promise<Opened<T>> => work.fieldCrypto.read(placeOf(at), encrypted, parse)
export const openWords = async (
  work: Work,
  at: Omit<At, 'column'>,
  encrypted: Uint8Array | null,
): Promise<string> => (encrypted === null ? '' : openAt(work, { ...at, column: 'words' }, encrypted))

export const dayOrNull = (date: Date | null): Day | null => (date === null ? null : toDay(date))
export const dateOrNull = (day: Day | ''): Date | null => (day === '' ? null : toDate(day))
