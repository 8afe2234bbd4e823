import type { Trigger } from '@/lib/deadlines/clock.rules'
import type { Applied } from '@/lib/deadlines/regime.rules'
import type { ActOfRow, Clocks, Concerned, Want } from '@/lib/deadlines/settle.rules'
import type { Act, EventCode } from '@/lib/deadlines/vocabulary.rules'
import { current, rowsOf } from '@/lib/registers/event-chain.rules'
import { type Day, daysBetween } from '@/lib/shared/dates'
import { type CodeOf, rest } from '@/lib/shared/vocabulary'
import { dayOfEvent, type GuardianshipEvent, inOrder } from './event.rules'
import { REPORTS, TOLD_TO } from './vocabulary.rules'

/** Which clocks a row starts, and which acts of the clocks it is. The rules of the clocks do the rest. */

type Start = { readonly event: EventCode; readonly on: Day }

/** A decision counts from the day it was notified; all else from its own day, where that is known to the day. */
const countedDay = (event: GuardianshipEvent): Day | null =>
  event.kind === 'decided'
    ? (event.notifiedOn ?? dayOfEvent(event))
    : event.kind === 'age_doubted'
      ? (event.arrivedOn ?? dayOfEvent(event))
      : dayOfEvent(event)

/** At the border the period runs from the arrival; as long as that is not recorded, the doubt asks for it. */
const ofDoubt = ({ atBorder, arrivedOn }: GuardianshipEvent): EventCode | null => {
  if (!atBorder) return null
  return arrivedOn === null ? 'age_doubted_at_border' : 'minor_arrived_at_border'
}

const startOf = (event: GuardianshipEvent): EventCode | null => {
  switch (event.kind) {
    case 'reported':
      return 'minor_reported'
    case 'age_doubted':
      return ofDoubt(event)
    case 'decided':
      return event.outcome === 'not_minor' && event.notifiedOn !== null ? 'age_decision_notified' : null
    case 'guardian_appointed':
      return 'guardian_designated'
    case 'guardian_ended':
      // Who hands over to another guardian goes on by what was read; the guardianship itself has not ended.
      return event.outcome === 'guardian_resigned' ? null : 'guardianship_ended'
    case 'report_sent':
      return event.form === 'final' ? null : 'guardian_reported'
    case 'placed':
      return event.form === 'ooc' ? 'observation_centre_entered' : null
    case 'missing':
      return 'child_missing'
    default:
      rest(
        event.kind,
        'prepared taken_in_charge age_assessed challenged solution told looked_again found',
        'taken_back',
      )
      return null
  }
}

/** True when an event would start a clock and its day is not known: its page asks for the day, because silence is no answer. */
export const lacksDay = (event: GuardianshipEvent): boolean =>
  startOf(event) !== null && countedDay(event) === null

type Acts = {
  readonly acts: readonly Act[]
  /** The families of deadlines that the acts concern; null is all of them. */
  readonly families: readonly string[] | null
}
const all = (...acts: readonly Act[]): Acts => ({ acts, families: null })

const TOLD: Readonly<Record<CodeOf<typeof TOLD_TO>, readonly Act[]>> = {
  police: ['police_told'],
  child_focus: ['child_focus_told'],
  guardianship_service: ['guardianship_told'],
  lawyer: ['lawyer_told'],
  guardian: [],
}
const REPORT_FAMILIES: Readonly<Record<CodeOf<typeof REPORTS>, readonly string[]>> = {
  initial: ['guardian_report_initial'],
  periodic: ['guardian_report_periodic'],
  // Nothing is owed after the last one.
  final: ['guardian_report_initial', 'guardian_report_periodic', 'guardian_report_final'],
}
const REVIEWS = [7, 30, 120] as const
/** A look keeps the reviews whose day has come, and the first of them also before it. */
export const reviewsKept = (elapsed: number): readonly string[] =>
  REVIEWS.filter((days) => days === REVIEWS[0] || days <= elapsed).map((days) => `missing_review_${days}`)

const actsOf = (event: GuardianshipEvent, answered: GuardianshipEvent | undefined): Acts => {
  switch (event.kind) {
    case 'decided':
      return event.outcome === 'identified_uam' || event.outcome === 'identified_uam_eea'
        ? all('age_decision_received')
        : all('age_decision_received', 'guardian_not_needed')
    case 'challenged':
      return all('challenge_lodged')
    case 'guardian_appointed':
      return all('guardian_named')
    case 'report_sent':
      return { acts: ['report_sent'], families: REPORT_FAMILIES[REPORTS.read(event.form)] }
    case 'placed':
      return event.form === 'ooc' ? all() : all('moved_on')
    case 'told':
      return all(...TOLD[TOLD_TO.read(event.form)])
    case 'looked_again': {
      const [since, on] = [answered && dayOfEvent(answered), dayOfEvent(event)]
      return since === undefined || since === null || on === null
        ? all()
        : { acts: ['review_done'], families: reviewsKept(daysBetween(since, on)) }
    }
    case 'found':
      // No one found them: only the reviews are at an end.
      return event.outcome === 'closed_no_news' ? all('review_done') : all('child_found')
    default:
      rest(
        event.kind,
        'missing prepared reported taken_in_charge age_doubted age_assessed guardian_ended solution',
        'taken_back',
      )
      return all()
  }
}

/** Rows of one minor: an act stops what earlier rows about them began, or what someone began by hand for the file. */
const ofPerson = (events: readonly GuardianshipEvent[], applied: Applied, isOnly: boolean): Clocks => {
  const rows = inOrder(current(events))
  const chains = rows.map((event) => rowsOf(event, events))
  const entryOf = ({ id }: GuardianshipEvent) => ({ kind: 'guardianship_event', id }) as const
  const concerns =
    (event: GuardianshipEvent, index: number, families: Acts['families']) =>
    ({ causeRef, family }: Concerned): boolean => {
      if (families !== null && !families.includes(family)) return false
      const cause = causeRef === null ? -1 : chains.findIndex((chain) => chain.has(causeRef))
      // Begun by hand, or by another room: about this minor only where the file holds no other one.
      if (cause < 0) return causeRef === null && isOnly
      // What answers a disappearance or a decision stops what that one began, and nothing of another one.
      if (event.concerns !== null) return rows[cause]?.id === event.concerns
      return cause < index
    }
  return {
    wants: rows.flatMap((event, index): Want[] => {
      const [code, on] = [startOf(event), countedDay(event)]
      if (code === null || on === null) return []
      const start: Start = { event: code, on }
      const trigger: Trigger = {
        ...start,
        at: event.at,
        notification: event.notification,
        facts: [],
        ...applied,
      }
      return [
        {
          cause: entryOf(event),
          rows: chains[index] ?? new Set([event.id]),
          trigger,
          letter: null,
          insteadOf: [],
        },
      ]
    }),
    told: rows.flatMap((event, index): ActOfRow[] => {
      const on = dayOfEvent(event) ?? event.notifiedOn
      if (on === null) return []
      const { acts, families } = actsOf(
        event,
        rows.find(({ id }) => id === event.concerns),
      )
      return acts.map((act) => ({
        act,
        on,
        entry: entryOf(event),
        concerns: concerns(event, index, families),
      }))
    }),
  }
}

/** What every row that was ever written about the minors of a file says to the clocks. */
export const clocksOf = (
  people: readonly (readonly GuardianshipEvent[])[],
  applied: Applied,
): Clocks & { readonly current: readonly string[] } => {
  const clocks = people.map((events) => ofPerson(events, applied, people.length === 1))
  return {
    wants: clocks.flatMap(({ wants }) => wants),
    told: clocks.flatMap(({ told }) => told),
    current: people.flatMap((events) => current(events).map(({ id }) => id)),
  }
}
