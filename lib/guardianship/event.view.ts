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

/** An empty form for a kind. */
export const emptyEvent = (caseId: string, personId: string, kind: EventInput['kind']): EventFields => ({
  caseId,
  personId,
  replaces: '',
  kind,
  outcome: '',
  form: '',
  on: '',
  at: '',
  notifiedOn: '',
  notification: '',
  extras: [],
  arrivedOn: '',
  concerns: '',
  who: '',
  service: '',
  phone: '',
  language: '',
  reference: '',
  place: '',
  worrying: '',
  factors: [],
  informed: '',
  consent: '',
  ageTested: '',
  ageMargin: '',
  phase: '',
  sheet: emptySheet,
  words: '',
})

/** The form of the event that is corrected. */
export const correctedFields = (event: EventRow, kind: EventInput['kind']): EventFields => {
  const { details } = event
  return {
    ...emptyEvent(event.caseId, event.personId, kind),
    replaces: event.id,
    outcome: event.outcome ?? '',
    form: event.form ?? '',
    on: event.typed,
    at: event.at ?? '',
    notifiedOn: event.notifiedOn ?? '',
    notification: event.notification ?? '',
    extras: event.atBorder ? ['atBorder'] : [],
    arrivedOn: event.arrivedOn ?? '',
    concerns: event.concerns ?? '',
    who: details.who,
    service: details.service,
    phone: details.phone,
    language: details.language,
    reference: details.reference,
    place: details.place,
    worrying: details.worrying ?? '',
    factors: [...details.factors],
    informed: details.informed ?? '',
    consent: details.consent ?? '',
    ageTested: details.ageTested,
    ageMargin: details.ageMargin,
    phase: details.phase ?? '',
    sheet: details.sheet ?? emptySheet,
    words: details.words,
  }
}

/** What an event of a kind may answer, the latest first. */
export const answerable = (all: readonly EventRow[], kind: EventKind): readonly EventRow[] =>
  [...inOrder(current(all))].reverse().filter((one) => one.kind === SHAPES[kind].concerns)
