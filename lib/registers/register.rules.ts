import { vocabulary } from '@/lib/shared/vocabulary'

/** Why a row is taken away. */
export const MISTAKES = vocabulary('registers.mistakes', ['not_happened', 'wrong_file', 'recorded_twice'])

/**
 * Registers of a file (mandates, special needs, matters, referrals, stages): a row is never changed. Whatever is known better later is
 * the next revision of the same subject, and that it was all a mistake is the last one (docs/adr/0034).
 */
export type Revised = {
  readonly id: string
  readonly subjectId: string
  readonly revision: number
  /** Why the row does not count any more, as one of MISTAKES. */
  readonly mistake: string | null
}

/** A row with what stood in its place before, the latest first. */
export type Revisions<R> = { readonly row: R; readonly earlier: readonly R[] }

const bySubject = <R extends Revised>(rows: readonly R[]): Revisions<R>[] => {
  const subjects = new Map<string, R[]>()
  for (const row of rows) subjects.set(row.subjectId, [...(subjects.get(row.subjectId) ?? []), row])
  return [...subjects.values()].flatMap((own) => {
    const [row, ...earlier] = own.sort((a, b) => b.revision - a.revision)
    return row === undefined ? [] : [{ row, earlier }]
  })
}

/** What stands, in the order in which it was first written down. */
export const currentOf = <R extends Revised>(rows: readonly R[]): readonly Revisions<R>[] =>
  bySubject(rows).filter(({ row }) => row.mistake === null)

/** What was taken back; it stays readable. */
export const mistakesOf = <R extends Revised>(rows: readonly R[]): readonly Revisions<R>[] =>
  bySubject(rows).filter(({ row }) => row.mistake !== null)
