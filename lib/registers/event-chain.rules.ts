/** Rows of a register of events: one may stand in the place of another, and may answer another. */
export type Tied = {
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

/** What stood in the place of a row before, the latest first. */
export const earlierOf = <E extends Pick<Tied, 'id' | 'replaces'>>(
  { replaces }: Pick<Tied, 'replaces'>,
  events: readonly E[],
): readonly E[] => {
  const before = events.find(({ id }) => id === replaces)
  return before === undefined ? [] : [before, ...earlierOf(before, events)]
}

/** By id: a row and every row it replaces. */
export const rowsOf = <E extends Pick<Tied, 'id' | 'replaces'>>(
  event: E,
  events: readonly E[],
): ReadonlySet<string> => new Set([event, ...earlierOf(event, events)].map(({ id }) => id))

/** Rows that were mistakes, each with the row that says so. */
export const mistakesAmong = <E extends Tied>(
  events: readonly E[],
): readonly { readonly event: E; readonly back: E }[] =>
  events.flatMap((back) => {
    const event = back.kind === 'taken_back' ? events.find(({ id }) => id === back.replaces) : undefined
    return event === undefined ? [] : [{ event, back }]
  })
