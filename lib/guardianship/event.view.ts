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
