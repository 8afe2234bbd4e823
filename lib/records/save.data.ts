import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { lockRegisters } from '@/lib/registers/register.data'
import { currentOf, mistakesOf, type Revised } from '@/lib/registers/register.rules'
import type { Mistake } from '@/lib/registers/register.schema'
import { dayOf } from '@/lib/shared/dates'
import { conflict, no, ok, type Result } from '@/lib/shared/result'
import type { Fields } from './field.schema'
import type { Store } from './record.data'
import { type FormOf, type Register, type RowOf, settled, toForm } from './record.schema'

/** What the handlers of a register answer. */
export const written = z.object({ subjectId: z.uuid(), version: z.int() })
type Answer<A> = Promise<Result<z.output<typeof written> & A>>

/** The row that a form changes; null when it writes a new one. Throws NotFound. */
const rowOf = <R extends Revised>(rows: readonly R[], subjectId: string): Result<R | null> => {
  if (subjectId === '') return ok(null)
  const found = currentOf(rows).find(({ row }) => row.subjectId === subjectId)
  if (found !== undefined) return ok(found.row)
  if (mistakesOf(rows).some(({ row }) => row.subjectId === subjectId)) return no('correctedMeanwhile')
  throw new NotFound()
}

/** The first field with a day still to come where none may be. */
const fieldToCome = <F extends Fields>(record: Register<F>, input: FormOf<F>, today: string) => {
  if (record.isPlan?.(input) === true) return undefined
  const typed: Readonly<Record<string, unknown>> = settled(record, input)
  const isLate = ([name, { storage }]: [string, Fields[string]]) =>
    storage.isToCome?.(typed[name], today) === true
  return Object.entries(record.fields).find(isLate)?.[0]
}

/** What a room says of saving one of its registers; everything else is the same for all of them. */
export type Saving<F extends Fields, T, A extends object = object> = {
  /** Finds the file within reach, or throws. */
  readonly file: (work: Work, caseId: string) => Promise<T>
  /** Whether what the row refers to is there and within reach: throws where it is not. */
  readonly refersTo?: (work: Work, typed: FormOf<F>, file: T) => unknown
  /** What no schema can know. */
  readonly refuse?: (work: Work, typed: FormOf<F>, before: RowOf<F> | null) => Promise<Result<null>>
  /** What follows from a row, and what the answer says of it. */
  readonly after: (work: Work, caseId: string, id: string) => Promise<A>
}

export const nothing = async () => ({})

/** Writes a new row, or the next revision of one that has not changed since the form was opened. */
export const saveRow = async <F extends Fields, T, A extends object>(
  work: Work,
  { record, list, insert }: Store<F>,
  input: FormOf<F>,
  { file, refersTo, refuse, after }: Saving<F, T, A>,
): Answer<A> => {
  const { caseId, subjectId, version } = input
  const within = await file(work, caseId)
  await refersTo?.(work, input, within)
  const late = fieldToCome(record, input, dayOf(work.now))
  if (late !== undefined) return no('inTheFuture', { [late]: 'inTheFuture' })
  await lockRegisters(work, caseId)
  const before = rowOf(await list(work, caseId), subjectId)
  if (!before.ok) return before
  const refused = await refuse?.(work, input, before.value)
  if (refused?.ok === false) return refused
  if (before.value !== null && before.value.revision !== version)
    return conflict(toForm(record, before.value))
  const row = await insert(work, input, before.value)
  return ok({ subjectId: row.subjectId, version: row.revision, ...(await after(work, caseId, row.id)) })
}

/** Says of a row that it was a mistake: the same values once more, in a revision that says so. */
export const takeRowBack = async <F extends Fields, T, A extends object>(
  work: Work,
  { record, list, insert }: Store<F>,
  { caseId, subjectId, version, mistake }: Mistake,
  { file, after }: Saving<F, T, A>,
): Answer<A> => {
  await file(work, caseId)
  await lockRegisters(work, caseId)
  const before = rowOf(await list(work, caseId), subjectId)
  if (!before.ok) return before
  if (before.value === null || before.value.revision !== version) return no('correctedMeanwhile')
  const row = await insert(work, toForm(record, before.value), before.value, mistake)
  return ok({ subjectId, version: row.revision, ...(await after(work, caseId, row.id)) })
}
