import type { Deadline } from '@/lib/deadlines/deadline.data'
import { type ShownEvent, showEvents } from '@/lib/deadlines/shown-event.view'
import { current } from '@/lib/registers/event-chain.rules'
import type { EventRow } from './event.data'
import { inOrder, isSame } from './event.rules'
import type { EventInput } from './event.schema'
import { SHAPES } from './shape.rules'
import { isChange } from './state.rules'
import type { EventKind } from './vocabulary.rules'

/** An event as the page shows it; of one that named a guardian, whether another came before. */
export type EventShown = ShownEvent<EventRow> & { readonly isChange: boolean }

/** What stands, the latest first. */
export const toShown = (all: readonly EventRow[], deadlines: readonly Deadline[]): EventShown[] => {
  const stands = current(all)
  return showEvents(all, deadlines, { inOrder, isSame }).map((shown) => ({
    ...shown,
    isChange: isChange(
      shown.event,
      stands.filter(({ personId }) => personId === shown.event.personId),
    ),
  }))
}

/** What decides whether two events are told in one line. */
export type Telling = {
  readonly event: Pick<EventRow, 'kind' | 'concerns' | 'personId' | 'on' | 'at'>
  readonly same: object | null
} & Readonly<Record<'earlier' | 'started' | 'closed', readonly object[]>>

/** Events in their order, those together that tell at one moment of one disappearance and moved nothing else. */
export const tellings = <T extends Telling>(events: readonly T[]): readonly (readonly T[])[] => {
  const keyOf = ({ event: { kind, concerns, personId, on, at }, earlier, started, closed, same }: T) =>
    kind === 'told' && same === null && earlier.length + started.length + closed.length === 0
      ? JSON.stringify([concerns, personId, on, at])
      : null
  return events.reduce<T[][]>((groups, one) => {
    const last = groups.at(-1)
    const [first] = last ?? []
    const key = keyOf(one)
    if (last === undefined || first === undefined || key === null || key !== keyOf(first)) groups.push([one])
    else last.push(one)
    return groups
  }, [])
}

export type EventFields = { -readonly [K in keyof EventInput]: EventInput[K] }

const emptySheet = { found: '', family: '', route: '', reasons: '', doubts: '', urgent: '' } as const

/** An empty form for a kind, or the one of the event that is corrected. */
export const toEventFields = (
  kind: EventInput['kind'],
  { caseId, personId }: Pick<EventInput, 'caseId' | 'personId'>,
  corrected: EventRow | null,
): EventFields => {
  const details = corrected?.details
  return {
    caseId,
    personId,
    replaces: corrected?.id ?? '',
    kind,
    outcome: corrected?.outcome ?? '',
    form: corrected?.form ?? '',
    on: corrected?.typed ?? '',
    at: corrected?.at ?? '',
    notifiedOn: corrected?.notifiedOn ?? '',
    notification: corrected?.notification ?? '',
    extras: corrected?.atBorder ? ['atBorder'] : [],
    arrivedOn: corrected?.arrivedOn ?? '',
    concerns: corrected?.concerns ?? '',
    who: details?.who ?? '',
    service: details?.service ?? '',
    phone: details?.phone ?? '',
    language: details?.language ?? '',
    reference: details?.reference ?? '',
    place: details?.place ?? '',
    worrying: details?.worrying ?? '',
    factors: [...(details?.factors ?? [])],
    informed: details?.informed ?? '',
    consent: details?.consent ?? '',
    ageTested: details?.ageTested ?? '',
    ageMargin: details?.ageMargin ?? '',
    phase: details?.phase ?? '',
    sheet: details?.sheet ?? emptySheet,
    words: details?.words ?? '',
  }
}

/** What an event of a kind may answer, the latest first. */
export const answerable = (all: readonly EventRow[], kind: EventKind): readonly EventRow[] =>
  [...inOrder(current(all))].reverse().filter((one) => one.kind === SHAPES[kind].concerns)
