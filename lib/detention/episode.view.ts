import { endOf, startOf } from '@/lib/cases/stays.rules'
import type { Deadline } from '@/lib/deadlines/deadline.data'
import { earlierOf } from '@/lib/registers/event-chain.rules'
import type { Day } from '@/lib/shared/dates'
import { countDays } from './counter.rules'
import { toDrawing } from './drawing.rules'
import type { Episode, Met } from './episode.data'
import type { EpisodeEvent } from './event.data'
import { current, perhapsTheSame, standsFor, withdrawn } from './event.rules'
import { petitionSlot, plannedRemovals, removalAttempts } from './pairs.rules'
import { stateOf } from './state.rules'

type Around = { readonly today: Day; readonly deadlines: readonly Deadline[]; readonly met: readonly Met[] }

const isWithin = (on: Day, { since, until }: { since: Day | null; until: Day | null }): boolean =>
  (since === null || since <= on) && (until === null || on <= until)

/** One event with what was said of it before, what it may repeat, and the clocks it moved. */
const toShown = (
  event: EpisodeEvent,
  events: readonly EpisodeEvent[],
  { deadlines, rows }: { readonly deadlines: readonly Deadline[]; readonly rows: ReadonlySet<string> },
) => ({
  event,
  earlier: earlierOf(event, events),
  started: deadlines.filter(({ causeRef }) => causeRef !== null && rows.has(causeRef)),
  closed: deadlines.filter(({ closedRef }) => closedRef !== null && rows.has(closedRef)),
})
export type ShownEvent = ReturnType<typeof toShown>

/** Everything the page says of an episode, derived from its stays and rows. */
export const toEpisodeView = (episode: Episode, { today, deadlines, met }: Around) => {
  const { stays, events } = episode
  const rows = current(events)
  const end = endOf(stays)
  const says = standsFor(events)
  const own = deadlines.filter(({ causeRef }) => events.some(({ id }) => id === causeRef))
  const open = own.filter(({ status }) => status === 'open')
  const limits = open.filter(({ rule }) => rule.meaning === 'limit')
  // The absolute limit is far away and says nothing about this order.
  const present = limits.find(({ family }) => family !== 'detention_absolute')
  return {
    id: episode.id,
    arrestContext: episode.arrestContext,
    by: episode.by,
    stays,
    isOver: end !== null,
    start: startOf(stays),
    end,
    state: stateOf(rows, stays, today),
    counter: countDays(rows, { start: startOf(stays), end, today }),
    drawing: toDrawing(rows, { stays, end, today, limitOn: present?.dueOn ?? null }),
    slot: petitionSlot(rows),
    nextPetition: open.find(({ family }) => family === 'next_petition') ?? null,
    planned: plannedRemovals(rows),
    attempts: removalAttempts(rows),
    limits,
    /** What no one could say is over with the detention. */
    left: end === null ? [] : open,
    shown: rows.map((event) =>
      toShown(event, events, { deadlines, rows: says.get(event.id) ?? new Set([event.id]) }),
    ),
    same: perhapsTheSame(rows),
    withdrawn: withdrawn(events),
    met: met.filter(({ personId, on }) =>
      stays.some((stay) => stay.personId === personId && isWithin(on, stay)),
    ),
  }
}
export type EpisodeView = ReturnType<typeof toEpisodeView>
