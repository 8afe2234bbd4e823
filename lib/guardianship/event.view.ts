import type { Deadline } from '@/lib/deadlines/deadline.data'
import { current } from '@/lib/registers/event-chain.rules'
import type { EventRow } from './event.data'
import { chainOf, inOrder, isSame } from './event.rules'
import type { EventInput } from './event.schema'
import { SHAPES } from './shape.rules'
import { isChange } from './state.rules'
import type { EventKind } from './vocabulary.rules'

/** An event as the page shows it: with the rows it stands in the place of, and the clocks it moved. */
export type EventShown = {
  readonly event: EventRow
  /** Another guardian came before this one. */
  readonly isChange: boolean
  /** What stood here before, the latest first. */
  readonly earlier: readonly EventRow[]
  /** The event that it answers. */
  readonly answered: EventRow | null
  /** A row of a colleague that tells of the same. */
  readonly same: EventRow | null
  readonly started: readonly Deadline[]
  readonly closed: readonly Deadline[]
}

/** What stands, the latest first. */
export const toShown = (all: readonly EventRow[], deadlines: readonly Deadline[]): EventShown[] => {
  const stands = current(all)
  return [...inOrder(stands)].reverse().map((event) => {
    const [, ...earlier] = chainOf(all.find(({ id }) => id === event.id) ?? event, all)
    const ids = new Set([event.id, ...earlier.map(({ id }) => id)])
    return {
      event,
      isChange: isChange(
        event,
        stands.filter(({ personId }) => personId === event.personId),
      ),
      earlier,
      answered: stands.find(({ id }) => id === event.concerns) ?? null,
      same: stands.find((other) => other.id < event.id && isSame(event, other)) ?? null,
      started: deadlines.filter(
        ({ causeRef, status }) => causeRef !== null && ids.has(causeRef) && status !== 'superseded',
      ),
      closed: deadlines.filter(({ closedRef }) => closedRef !== null && ids.has(closedRef)),
    }
  })
}

/** Rows that were mistakes, each with the row that says so. */
export const toMistakes = (all: readonly EventRow[]) =>
  all.flatMap((back) => {
    const event = back.kind === 'taken_back' ? all.find(({ id }) => id === back.replaces) : undefined
    return event === undefined ? [] : [{ event, back }]
  })

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
