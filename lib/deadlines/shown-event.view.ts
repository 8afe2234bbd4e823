import { current, earlierOf, type Tied } from '@/lib/registers/event-chain.rules'
import type { Deadline } from './deadline.data'

/** A row of another room with the deadlines that it moved. */
export type Moved = {
  readonly started: readonly Deadline[]
  readonly closed: readonly Deadline[]
}

/** An event as its page shows it: with the rows it replaces, and the clocks it moved. */
export type ShownEvent<E> = Moved & {
  readonly event: E
  /** What stood here before, the latest first. */
  readonly earlier: readonly E[]
  /** The event that it answers. */
  readonly answered: E | null
  /** A row of a colleague that tells of the same. */
  readonly same: E | null
}

/** The deadlines that entries began and ended; one that a newer took the place of is not told. */
export const movedBy = (ids: ReadonlySet<string>, deadlines: readonly Deadline[]): Moved => ({
  started: deadlines.filter(
    ({ causeRef, status }) => causeRef !== null && ids.has(causeRef) && status !== 'superseded',
  ),
  closed: deadlines.filter(({ closedRef }) => closedRef !== null && ids.has(closedRef)),
})

/** The current events of a register, the latest first. */
export const showEvents = <E extends Tied>(
  all: readonly E[],
  deadlines: readonly Deadline[],
  {
    inOrder,
    isSame,
  }: {
    readonly inOrder: (events: readonly E[]) => readonly E[]
    readonly isSame: (one: E, other: E) => boolean
  },
): ShownEvent<E>[] => {
  const stands = current(all)
  return [...inOrder(stands)].reverse().map((event) => {
    const earlier = earlierOf(event, all)
    return {
      event,
      earlier,
      answered: stands.find(({ id }) => id === event.concerns) ?? null,
      same: stands.find((other) => other.id < event.id && isSame(event, other)) ?? null,
      ...movedBy(new Set([event.id, ...earlier.map(({ id }) => id)]), deadlines),
    }
  })
}
