/** Rows of a register of events: one may stand in the place of another, and may answer another. */
type Tied = {
  readonly id: string
  readonly kind: string
  readonly replaces: string | null
  readonly concerns: string | null
}

/**
 * What stands: rows in whose place no other stands, and that are no mistake themselves. What answers a row answers also the
 * one that stands in its place now.
 */
export const current = <E extends Tied>(events: readonly E[]): readonly E[] => {
  const nextOf = new Map(events.flatMap((one) => (one.replaces === null ? [] : [[one.replaces, one.id]])))
  const lastOf = (id: string, seen: readonly string[] = []): string => {
    const next = nextOf.get(id)
    return next === undefined || seen.includes(id) ? id : lastOf(next, [...seen, id])
  }
  return events
    .filter(({ id, kind }) => kind !== 'taken_back' && !nextOf.has(id))
    .map((one) => (one.concerns === null ? one : { ...one, concerns: lastOf(one.concerns) }))
}
