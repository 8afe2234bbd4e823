import type { Deadline } from '@/lib/deadlines/deadline.data'
import { detainedSaid, otherFacts } from '@/lib/deadlines/detained.rules'
import { LETTER_UNITS } from '@/lib/deadlines/notification.rules'
import { current } from '@/lib/registers/event-chain.rules'
import type { EventRow } from './event.data'
import { inOrder, isSame, mayAnswer } from './event.rules'
import type { EventInput } from './event.schema'
import { type EventKind, SHAPES } from './vocabulary.rules'

/** An event as the page shows it: with the rows it stands in the place of, and the clocks it moved. */
export type EventShown = {
  readonly event: EventRow
  /** What stood here before, the latest first. */
  readonly earlier: readonly EventRow[]
  /** The event that it answers. */
  readonly answered: EventRow | null
  /** A row of a colleague that tells of the same. */
  readonly same: EventRow | null
  readonly started: readonly Deadline[]
  readonly closed: readonly Deadline[]
}

/** The deadlines that entries began and ended; one that a newer took the place of is not told. */
export const clocksOf = (
  ids: ReadonlySet<string>,
  deadlines: readonly Deadline[],
): Pick<EventShown, 'started' | 'closed'> => ({
  started: deadlines.filter(
    ({ causeRef, status }) => causeRef !== null && ids.has(causeRef) && status !== 'superseded',
  ),
  closed: deadlines.filter(({ closedRef }) => closedRef !== null && ids.has(closedRef)),
})

const earlierOf = (event: EventRow, all: readonly EventRow[]): EventRow[] => {
  const before = all.find(({ id }) => id === event.replaces)
  return before === undefined ? [] : [before, ...earlierOf(before, all)]
}

/** What stands on a way, the latest first. */
export const toShown = (all: readonly EventRow[], deadlines: readonly Deadline[]): EventShown[] => {
  const stands = current(all)
  return [...inOrder(stands)].reverse().map((event) => {
    const earlier = earlierOf(event, all)
    const rows = new Set([event.id, ...earlier.map(({ id }) => id)])
    return {
      event,
      earlier,
      answered: stands.find(({ id }) => id === event.concerns) ?? null,
      same: stands.find((other) => other.id < event.id && isSame(event, other)) ?? null,
      ...clocksOf(rows, deadlines),
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

/** An empty form for a kind, or the one of the event that is corrected. */
export const toEventFields = (
  caseId: string,
  kind: EventInput['kind'],
  { corrected, applicationId }: { readonly corrected: EventRow | null; readonly applicationId: string },
): EventFields => {
  const empty: EventFields = {
    caseId,
    applicationId,
    replaces: '',
    kind,
    outcome: '',
    form: '',
    ground: '',
    country: '',
    suspensive: '',
    on: '',
    notifiedOn: '',
    notification: '',
    letterKind: 'none',
    letterOn: '',
    letterAmount: '',
    letterUnit: 'calendar_day',
    held: 'not_known',
    facts: [],
    concerns: '',
    words: '',
  }
  if (corrected === null) return empty
  const { letter } = corrected
  return {
    ...empty,
    applicationId: corrected.applicationId,
    replaces: corrected.id,
    outcome: corrected.outcome ?? '',
    form: corrected.form ?? '',
    ground: corrected.ground ?? '',
    country: corrected.country ?? '',
    suspensive: corrected.suspensive ?? '',
    on: corrected.typed,
    notifiedOn: corrected.notifiedOn ?? '',
    notification: corrected.notification ?? '',
    letterKind: letter?.kind ?? 'none',
    letterOn: letter?.kind === 'lastDay' ? letter.on : '',
    letterAmount: letter?.kind === 'period' ? String(letter.amount) : '',
    letterUnit: letter?.kind === 'period' ? LETTER_UNITS.read(letter.unit) : 'calendar_day',
    held: detainedSaid(corrected.facts),
    facts: [...otherFacts(corrected.facts)],
    concerns: corrected.concerns ?? '',
    words: corrected.words,
  }
}

/** What an event of a kind may answer, the latest first. */
export const answerable = (
  all: readonly EventRow[],
  kind: EventKind,
  replaces: string | null,
): readonly Pick<EventRow, 'id' | 'applicationId' | 'kind' | 'outcome' | 'form' | 'on' | 'notifiedOn'>[] =>
  [...inOrder(mayAnswer(all, replaces))]
    .reverse()
    .filter((one) => SHAPES[kind].concerns.includes(one.kind))
    .map(({ id, applicationId, kind: own, outcome, form, on, notifiedOn }) => ({
      id,
      applicationId,
      kind: own,
      outcome,
      form,
      on,
      notifiedOn,
    }))
export type Answerable = ReturnType<typeof answerable>[number]
