import { dayIn } from './calendar'
import type { Seen } from './seen'
import type { Occurrence } from './tally'

// How rows of rooms say what holds now, and whom they are about.

/** Of a register: the last thing that was said of each subject, unless it was that all of it was a mistake. */
export const lastSaid = <
  R extends { readonly subject_id: string; readonly revision: number; readonly mistake: string | null },
>(
  rows: readonly R[],
): R[] => {
  const last = new Map<string, R>()
  for (const row of rows) {
    const known = last.get(row.subject_id)
    if (known === undefined || known.revision < row.revision) last.set(row.subject_id, row)
  }
  return [...last.values()].filter(({ mistake }) => mistake === null)
}

type Link = { readonly id: string; readonly kind: string; readonly replaces: string | null }
/** Of a list of events: those in whose place no other one stands, without what takes one back. */
export const current = <R extends Link>(rows: readonly R[]): R[] => {
  const gone = new Set(rows.map(({ replaces }) => replaces))
  return rows.filter(({ id, kind }) => !gone.has(id) && kind !== 'taken_back')
}
/** The event that stands where this one stood, however often it was corrected. */
export const successor = <R extends Link>(rows: readonly R[], id: string | null): R | null => {
  let now = rows.find((row) => row.id === id) ?? null
  for (;;) {
    const next = rows.find(({ replaces }) => now !== null && replaces === now.id)
    if (next === undefined) return now === null || now.kind === 'taken_back' ? null : now
    now = next
  }
}

/** The people of a file who were in it between two days; one without a name where there is none. */
export const everyone = (
  seen: Seen,
  caseId: string,
  from: string | null,
  to: string | null,
): readonly (string | null)[] => {
  const people = new Set<string>()
  for (const one of seen.case_person) {
    if (one.case_id !== caseId || one.left_because === 'mistake') continue
    if (one.role !== 'principal' && one.since !== null && to !== null && one.since > to) continue
    if (one.until !== null && from !== null && one.until < from) continue
    people.add(seen.became(one.person_id))
  }
  return people.size === 0 ? [null] : [...people]
}

export const fileOf = (seen: Seen, caseId: string) => {
  const file = seen.case_file.find(({ id }) => id === caseId)
  if (file === undefined) throw new Error('a row of no file')
  return file
}

type Told = Omit<Occurrence, 'person' | 'file' | 'office' | 'place' | 'written'>
/** A line for each person. */
export const told = (
  seen: Seen,
  row: { readonly case_id: string; readonly created_at: Date },
  people: readonly (string | null)[],
  what: Told,
): Occurrence[] =>
  people.map((person) => ({
    ...what,
    person,
    file: row.case_id,
    office: seen.officeOf(row.case_id),
    place: null,
    written: dayIn(row.created_at),
  }))

/** By a text, then by id. */
export const sorted = <R extends { readonly id: string }>(rows: readonly R[], key: (row: R) => string): R[] =>
  [...rows].sort((a, b) => {
    const [one, other] = [`${key(a)} ${a.id}`, `${key(b)} ${b.id}`]
    return one < other ? -1 : one > other ? 1 : 0
  })

export const earliest = (...days: readonly (string | null | undefined)[]): string | null =>
  days.flatMap((day) => day ?? []).sort()[0] ?? null
