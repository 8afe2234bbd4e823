import type { ActOfRow, Clocks, Concerned, Want } from '@/lib/deadlines/settle.rules'
import type { Act, EventCode } from '@/lib/deadlines/vocabulary.rules'
import type { Revised } from '@/lib/registers/register.rules'
import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** The procedure of a person who may have been trafficked: what happened, and what follows from it. No one types a state. */

export const STAGES = vocabulary('trafficking.stages', [
  'detection',
  'reflection',
  'reflection_uam',
  'provisional',
  'provisional_renewed',
  'status_recognised',
  'status_renewed',
  'unlimited',
  'stopped',
  'alternative',
  'not_victim',
])
export type Stage = CodeOf<typeof STAGES>
/** What happens on the way and is no stage. */
export const STAGE_KINDS = vocabulary('trafficking.stage-kinds', [
  ...STAGES.codes,
  'statement',
  'return_chosen',
  'condition',
])
export type StageKind = CodeOf<typeof STAGE_KINDS>

export const CONDITIONS = vocabulary('trafficking.conditions', [
  'contact_broken',
  'accepts_guidance',
  'cooperates',
  'no_public_order_danger',
])
export type Condition = CodeOf<typeof CONDITIONS>
export const HOLDS = vocabulary('trafficking.holds', ['met', 'not_met', 'not_known'])
export type Holds = CodeOf<typeof HOLDS>

export const REASONS_OF = {
  stopped: [
    'shelved',
    'contact_resumed',
    'left_guidance',
    'fraud',
    'public_order',
    'person_stopped',
    'other',
  ],
  alternative: ['humanitarian', 'asylum', 'return', 'other'],
} as const
export const REASONS = vocabulary('trafficking.reasons', [
  'shelved',
  'contact_resumed',
  'left_guidance',
  'fraud',
  'public_order',
  'person_stopped',
  'humanitarian',
  'asylum',
  'return',
  'other',
])
export type Reason = CodeOf<typeof REASONS>
/** Which reasons an event may have: none for most. */
export const reasonsOf = (kind: StageKind | ''): readonly Reason[] =>
  kind === 'stopped' || kind === 'alternative' ? REASONS_OF[kind] : []

export type StageEvent = {
  readonly id: string
  readonly subjectId: string
  readonly kind: StageKind
  readonly on: Day
  readonly condition: Condition | null
  readonly holds: Holds | null
}

/** In the order of their days; of one day, in the order in which they were first written down. */
export const inOrder = <E extends StageEvent>(events: readonly E[]): readonly E[] =>
  [...events].sort((a, b) => (a.on === b.on ? (a.subjectId < b.subjectId ? -1 : 1) : a.on < b.on ? -1 : 1))

/** The stage with the event that says so; null before anything was recorded. */
export const stageOf = <E extends StageEvent>(
  events: readonly E[],
): { readonly stage: Stage; readonly because: E } | null => {
  for (const because of [...inOrder(events)].reverse()) {
    const stage = STAGES.match(because.kind)
    if (stage !== null) return { stage, because }
  }
  return null
}

/** A condition as it was last said; not known before anyone said it. */
export const conditionsOf = <E extends StageEvent>(
  events: readonly E[],
): readonly { readonly condition: Condition; readonly holds: Holds; readonly because: E | null }[] =>
  CONDITIONS.codes.map((condition) => {
    const because = inOrder(events).findLast((one) => one.condition === condition) ?? null
    return { condition, holds: because?.holds ?? 'not_known', because }
  })

/** Codes of the list thb_formal_status. */
const FORMAL = {
  detection: 'presumed',
  reflection: 'in_reflection',
  reflection_uam: 'in_reflection',
  provisional: 'provisional',
  provisional_renewed: 'provisional',
  status_recognised: 'recognised',
  status_renewed: 'recognised',
  unlimited: 'recognised',
  stopped: 'stopped',
  alternative: 'stopped',
  not_victim: 'not_victim',
} as const satisfies Record<Stage, string>
export type FormalStatus = (typeof FORMAL)[Stage]
export const formalStatusOf = (stage: Stage | null): FormalStatus =>
  stage === null ? 'presumed' : FORMAL[stage]

/** HTCDS 2.0 TraffickingStatus. That a procedure stopped says nothing against what happened. */
export const HTCDS_OF: Readonly<Record<FormalStatus, string>> = {
  presumed: 'PossibleVictimOfTrafficking',
  in_reflection: 'PossibleVictimOfTrafficking',
  provisional: 'PossibleVictimOfTrafficking',
  stopped: 'PossibleVictimOfTrafficking',
  recognised: 'ActualVictimOfTrafficking',
  not_victim: 'NotAVictimOfTrafficking',
}

const STARTS: Partial<Record<StageKind, EventCode>> = {
  reflection: 'annex_15_issued',
  reflection_uam: 'minor_victim_document_issued',
  provisional: 'victim_orange_card_issued',
  provisional_renewed: 'victim_orange_card_issued',
  status_recognised: 'victim_a_card_issued',
  status_renewed: 'victim_a_card_issued',
}
const ACTS: Readonly<Record<StageKind, readonly Act[]>> = {
  detection: [],
  reflection: [],
  reflection_uam: [],
  condition: [],
  statement: ['statement_made'],
  return_chosen: ['return_chosen'],
  provisional: ['statement_made', 'card_renewed'],
  provisional_renewed: ['card_renewed'],
  status_recognised: ['statement_made', 'card_renewed'],
  status_renewed: ['card_renewed'],
  unlimited: ['procedure_ended'],
  stopped: ['procedure_ended'],
  alternative: ['procedure_ended'],
  not_victim: ['procedure_ended'],
}
const FAMILY = 'trafficking_stay'

type Row = StageEvent & Revised

/** What the current rows say to the clocks: a document starts one, the next document or an end stops it. */
export const clocksOfStages = (
  rows: readonly Row[],
  current: readonly Row[],
): Clocks & { readonly current: readonly string[] } => {
  const rowsOf = (subjectId: string) =>
    new Set(rows.filter((row) => row.subjectId === subjectId).map(({ id }) => id))
  const all = new Set(rows.map(({ id }) => id))
  const entry = ({ id }: Row) => ({ kind: 'trafficking_event', id }) as const
  return {
    wants: current.flatMap((event): Want[] => {
      const code = STARTS[event.kind]
      if (code === undefined) return []
      const trigger = {
        event: code,
        on: event.on,
        at: null,
        notification: null,
        facts: [],
        lodgedOn: null,
        registeredOn: null,
      }
      return [{ cause: entry(event), rows: rowsOf(event.subjectId), trigger, letter: null, insteadOf: [] }]
    }),
    told: current.flatMap((event): ActOfRow[] => {
      const own = rowsOf(event.subjectId)
      // Of the stay as a victim only, and never what this document began itself.
      const concerns = ({ causeRef, family }: Concerned): boolean =>
        family === FAMILY && (causeRef === null || (all.has(causeRef) && !own.has(causeRef)))
      return ACTS[event.kind].map((act) => ({ act, on: event.on, entry: entry(event), concerns }))
    }),
    current: current.map(({ id }) => id),
  }
}
