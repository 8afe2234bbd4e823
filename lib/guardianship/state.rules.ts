import { missingOf } from '@/lib/cases/missing.rules'
import { current } from '@/lib/registers/event-chain.rules'
import { type CodeOf, rest, vocabulary } from '@/lib/shared/vocabulary'
import { type GuardianshipEvent, inOrder } from './event.rules'
import { DECISIONS, type EventKind } from './vocabulary.rules'

/** How the guardianship of one minor stands, derived from what happened; no one types it, and the row that says so comes along. */

export const STATES = vocabulary('guardianship.states', [
  'nothing',
  'reported',
  'in_charge',
  'age_doubt',
  'identified',
  'identified_eea',
  'not_minor',
  'not_alone',
  'guardian',
  'guardian_left',
  'ended',
])
export type State = CodeOf<typeof STATES>

/** States in which no one waits for a guardian any more, or not by this law. */
const OVER: readonly State[] = ['guardian', 'not_minor', 'not_alone', 'ended']

export type GuardianshipState<E> = {
  readonly state: State
  readonly because: E | null
  /** Who is guardian now. */
  readonly guardian: E | null
  /** Where the minor lives, as told last. */
  readonly placed: E | null
  /** Missing, and no one has said that the minor is found. */
  readonly missing: E | null
  /** Reported to the Guardianship Service, first of all. */
  readonly reported: E | null
  /** Since when a guardian is waited for; the row has no exact day where that is not known. Null when no one waits. */
  readonly waitsSince: E | null
  /** No guardian, and nothing says that there need not be one. */
  readonly needsGuardian: boolean
}

/** Steps that say nothing new once someone is guardian, or once it is known that there will be none. */
const EARLY: readonly EventKind[] = ['reported', 'taken_in_charge', 'age_doubted', 'age_assessed']

const afterDecision = ({ outcome }: GuardianshipEvent): State => {
  switch (DECISIONS.read(outcome)) {
    case 'not_minor':
      return 'not_minor'
    case 'not_unaccompanied':
      return 'not_alone'
    case 'identified_uam_eea':
      return 'identified_eea'
    case 'identified_uam':
      return 'identified'
  }
}

const step = (event: GuardianshipEvent, before: State): State | null => {
  if (EARLY.includes(event.kind) && (before === 'guardian' || before === 'ended')) return null
  switch (event.kind) {
    case 'reported':
      return before === 'nothing' ? 'reported' : null
    case 'taken_in_charge':
      return before === 'nothing' || before === 'reported' ? 'in_charge' : null
    case 'age_doubted':
      return 'age_doubt'
    case 'age_assessed':
      // What a test says decides nothing: the Service decides, and the page says so.
      return before === 'nothing' || before === 'reported' || before === 'in_charge' ? 'age_doubt' : null
    case 'decided': {
      const said = afterDecision(event)
      return before === 'guardian' && (said === 'identified' || said === 'identified_eea') ? null : said
    }
    case 'guardian_appointed':
      return 'guardian'
    case 'guardian_ended':
      return event.outcome === 'guardian_resigned' ? 'guardian_left' : 'ended'
    default:
      rest(
        event.kind,
        'missing prepared challenged report_sent solution placed told looked_again found taken_back',
      )
      return null
  }
}

const last = <E extends GuardianshipEvent>(rows: readonly E[], kind: EventKind): E | null =>
  rows.findLast((one) => one.kind === kind) ?? null

/** Of one minor, from every row that was ever written about them. */
export const currentOf = <E extends GuardianshipEvent>(events: readonly E[]): GuardianshipState<E> => {
  const rows = inOrder(current(events))
  const said = rows.reduce<{ state: State; because: E | null }>(
    (now, event) => {
      const state = step(event, now.state)
      return state === null ? now : { state, because: event }
    },
    { state: 'nothing', because: null },
  )
  const reported = rows.find(({ kind }) => kind === 'reported') ?? null
  const needsGuardian = !OVER.includes(said.state)
  return {
    ...said,
    guardian: said.state === 'guardian' ? last(rows, 'guardian_appointed') : null,
    placed: last(rows, 'placed'),
    missing: missingOf(rows),
    reported,
    waitsSince: !needsGuardian ? null : said.state === 'guardian_left' ? said.because : reported,
    needsGuardian,
  }
}

/** The rows of each minor. */
export const byPerson = <E extends { readonly personId: string }>(
  events: readonly E[],
): ReadonlyMap<string, readonly E[]> => {
  const own = new Map<string, E[]>()
  for (const one of events) own.set(one.personId, [...(own.get(one.personId) ?? []), one])
  return own
}

/** The guardian who acts came after another one: the page calls it a change. */
export const isChange = (event: GuardianshipEvent, events: readonly GuardianshipEvent[]): boolean => {
  const named = inOrder(current(events)).filter(({ kind }) => kind === 'guardian_appointed')
  return event.kind === 'guardian_appointed' && named.findIndex(({ id }) => id === event.id) > 0
}
