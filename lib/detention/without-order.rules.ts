import { type Stay, startOf } from '@/lib/cases/stays.rules'
import type { Day } from '@/lib/shared/dates'
import type { EpisodeState } from './state.rules'

/** Held today, and no order is on record: where, since when, and in which episode, if one was begun. */
export type WithoutOrder<P> = {
  readonly since: Day | null
  readonly place: P
  readonly episodeId: string | null
}

type Placed<P> = Stay & { readonly place: P }
type Known<P> = {
  readonly id: string
  readonly stays: readonly Placed<P>[]
  readonly state: Pick<EpisodeState, 'code'>
}

/** Those of whom only a visit or the intake tells, and episodes without an order, the longest first; of a place, once. */
export const withoutOrder = <P>(
  loose: readonly Placed<P>[],
  episodes: readonly Known<P>[],
): readonly WithoutOrder<P>[] => {
  const places = [...new Set(loose.map(({ placeId }) => placeId))]
  return [
    ...places.flatMap((placeId) => {
      const here = loose.filter((stay) => stay.placeId === placeId)
      const [first] = here
      return first === undefined ? [] : [{ since: startOf(here), place: first.place, episodeId: null }]
    }),
    ...episodes.flatMap(({ id, stays, state }) => {
      const last = stays.findLast(({ until }) => until === null)
      return state.code !== 'noOrder' || last === undefined
        ? []
        : [{ since: startOf(stays), place: last.place, episodeId: id }]
    }),
  ].sort((a, b) => (a.since ?? '9999').localeCompare(b.since ?? '9999'))
}
