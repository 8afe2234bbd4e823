import type { Application } from '@/lib/asylum/application.data'
import type { StayDocument } from '@/lib/asylum/document.data'
import type { EventRow } from '@/lib/asylum/event.data'
import type { Reception } from '@/lib/asylum/reception.data'
import type { StateSaid } from '@/lib/asylum/state.rules'
import type { Deadline } from '@/lib/deadlines/deadline.data'
import type { EpisodeView } from '@/lib/detention/episode.view'
import type { DetentionEvent } from '@/lib/detention/event.rules'
import type { EventKind } from '@/lib/detention/vocabulary.rules'
import { facts, type Items, row, some } from './fact.rules'

export type Procedure = {
  readonly ways: readonly { readonly application: Application; readonly state: StateSaid }[]
  /** What stands, in the order it happened. */
  readonly events: readonly EventRow[]
  readonly documents: readonly StayDocument[]
  readonly receptions: readonly Reception[]
}

export const toProcedure = ({ ways, events, documents, receptions }: Procedure): Items => [
  ...ways.flatMap(({ application: { way, sequence }, state: { state } }) =>
    facts(
      { piece: 'way', value: { kind: 'way', way } },
      ...some(sequence, (number) => ({ piece: 'sequence', value: { kind: 'ordinal', number } })),
      { piece: 'state', value: { kind: 'asylumState', state } },
    ),
  ),
  ...events.map(({ kind, outcome, form, on, notifiedOn, country }) =>
    row(
      { piece: 'event', value: { kind: 'asylumEvent', event: { kind, outcome, form } } },
      ...some(on, (when) => ({ piece: 'eventOn', value: { kind: 'when', when } })),
      ...some(notifiedOn, (day) => ({ piece: 'notifiedOn', value: { kind: 'day', on: day } })),
      ...some(country, (code) => ({
        piece: 'eventCountry',
        value: { kind: 'country', country: code, certainty: '' },
      })),
    ),
  ),
  ...documents.flatMap(({ kind, issuedOn, expiresOn }) =>
    facts(
      { piece: 'document', value: { kind: 'document', document: kind } },
      ...some(issuedOn, (on) => ({ piece: 'issuedOn', value: { kind: 'day', on } })),
      ...some(expiresOn, (on) => ({ piece: 'expiresOn', value: { kind: 'day', on } })),
    ),
  ),
  ...receptions.flatMap(({ placeType, code207, fromOn }) =>
    facts(
      { piece: 'reception', value: { kind: 'listed', list: 'reception_place_type', code: placeType } },
      ...some(fromOn, (on) => ({ piece: 'receptionFrom', value: { kind: 'day', on } })),
      ...some(code207, (code) => ({
        piece: 'code207',
        value: { kind: 'listed', list: 'code_207_status', code },
      })),
    ),
  ),
]

/** What happens inside a centre and speaks of health or harm: it stands with the signals, and is ticked there. */
const INCIDENTS: readonly EventKind[] = [
  'isolation_began',
  'isolation_ended',
  'hunger_strike_began',
  'hunger_strike_ended',
  'incident',
  'complaint_filed',
  'complaint_answered',
]
type Episodes = readonly EpisodeView[]
/** A removal with force, or after which a person was hurt, is both: what was done to them stands with the incidents only. */
const isHarm = ({ force, injuries }: DetentionEvent): boolean => force === 'yes' || injuries === 'yes'
const incidentsOf = ({ shown }: EpisodeView): readonly DetentionEvent[] =>
  shown.map(({ event }) => event).filter((event) => INCIDENTS.includes(event.kind) || isHarm(event))
const legalOf = ({ shown }: EpisodeView): readonly DetentionEvent[] =>
  shown
    .map(({ event }) => event)
    .filter(({ kind }) => !INCIDENTS.includes(kind))
    .map((event) => ({ ...event, force: null, injuries: null }))

export const toDetention = (episodes: Episodes): Items =>
  episodes.flatMap((episode) => {
    const { state, start, counter } = episode
    const held = state.code === 'held' ? state : null
    return [
      ...facts(
        { piece: 'heldState', value: { kind: 'heldState', state: state.code } },
        ...some(held, ({ ground }) => ({
          piece: 'heldGround',
          value: { kind: 'listed', list: 'detention_legal_ground', code: ground },
        })),
        ...some(start, (on) => ({ piece: 'heldSince', value: { kind: 'day', on } })),
        ...some(held?.until, (on) => ({ piece: 'heldUntil', value: { kind: 'day', on } })),
        ...some(counter.total, (days) => ({ piece: 'heldDays', value: { kind: 'days', days } })),
      ),
      ...legalOf(episode).map((event) =>
        row(
          { piece: 'heldEvent', value: { kind: 'held', event } },
          { piece: 'heldEventOn', value: { kind: 'when', when: event.on } },
        ),
      ),
    ]
  })

export const toIncidents = (episodes: Episodes): Items =>
  episodes.flatMap((episode) =>
    incidentsOf(episode).map((event) =>
      row(
        { piece: 'incident', value: { kind: 'held', event } },
        { piece: 'incidentOn', value: { kind: 'when', when: event.on } },
      ),
    ),
  )

/** A deadline with how it was counted, by which rule, and what speaks against it. */
export const toDeadline = ({ rule, dueOn, explanation: { computation, verdict } }: Deadline): Items => {
  const none = computation.kind === 'none' ? computation : null
  return facts(
    { piece: 'deadline', value: { kind: 'title', title: rule.title } },
    ...some(dueOn, (on) => ({ piece: 'dueOn', value: { kind: 'day', on } })),
    { piece: 'meaning', value: { kind: 'meaning', meaning: rule.meaning } },
    ...some(none, ({ reason }) => ({ piece: 'noDate', value: { kind: 'noDate', reason } })),
    ...some(none?.window, (window) => ({ piece: 'between', value: { kind: 'window', window } })),
    ...some(verdict.conflict, ({ letter, rule: window, days }) => ({
      piece: 'conflict',
      value: { kind: 'conflict', letter, rule: window, days },
    })),
    ...some(computation.steps.length === 0 ? null : computation.steps, (steps) => ({
      piece: 'counted',
      value: { kind: 'steps', steps },
    })),
    {
      piece: 'rule',
      value: {
        kind: 'rule',
        article: computation.rule.article?.text ?? null,
        status: computation.rule.status,
      },
    },
  )
}
