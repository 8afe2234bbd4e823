import type { State as AsylumState } from '@/lib/asylum/state.rules'
import type { EventKind as AsylumKind } from '@/lib/asylum/vocabulary.rules'
import type { PetitionSlot } from '@/lib/detention/pairs.rules'
import type { EpisodeState } from '@/lib/detention/state.rules'
import type { EventKind as DetentionKind } from '@/lib/detention/vocabulary.rules'
import type { State as GuardianshipState } from '@/lib/guardianship/state.rules'
import type { EventKind as GuardianshipKind } from '@/lib/guardianship/vocabulary.rules'

/**
 * The map of the procedures: which steps may follow from where the person is, and by which rules of the table of deadlines. It says
 * what may come, not what will: nothing is counted from it and nothing reminds of it.
 */

/** A step, with the codes of the rules that say something of it: the first one of the law of the file is named. */
export type Step<K extends string> = { readonly kind: K; readonly rules: readonly string[] }

const ASYLUM: Readonly<Record<AsylumState, readonly Step<AsylumKind>[]>> = {
  nothing: [{ kind: 'made', rules: ['APPLY_8WD'] }],
  transit: [{ kind: 'made', rules: ['APPLY_8WD'] }],
  selected: [{ kind: 'departed', rules: [] }],
  departed: [{ kind: 'arrived', rules: [] }],
  arrived: [{ kind: 'made', rules: ['APPLY_8WD'] }],
  made: [{ kind: 'registered', rules: ['REG_IO', 'PACT_REGISTER'] }],
  registered: [{ kind: 'lodged', rules: ['LODGE', 'PACT_LODGE'] }],
  lodged: [
    { kind: 'municipality', rules: ['MUNICIPALITY_8WD'] },
    { kind: 'interview', rules: ['INTERVIEW_DAY'] },
    { kind: 'dublin_requested', rules: [] },
    { kind: 'received_cgrs', rules: ['CGRS_DECISION', 'PACT_DECISION_STD'] },
  ],
  dublin: [
    { kind: 'dublin_accepted', rules: ['DUBLIN_TRANSFER', 'PACT_TRANSFER'] },
    { kind: 'dublin_refused', rules: [] },
    { kind: 'io_decision', rules: ['APPEAL_CALL_IO', 'PACT_TRANSFER_APPEAL'] },
    { kind: 'dublin_taken', rules: [] },
  ],
  transfer_decided: [
    { kind: 'appeal', rules: ['APPEAL_CALL_IO', 'PACT_TRANSFER_APPEAL'] },
    { kind: 'dublin_transferred', rules: ['DUBLIN_TRANSFER', 'PACT_TRANSFER'] },
    { kind: 'dublin_taken', rules: [] },
  ],
  transferred: [],
  at_cgrs: [
    { kind: 'interview', rules: ['INTERVIEW_DAY'] },
    { kind: 'notes_requested', rules: ['NOTES_COPY'] },
    { kind: 'cgrs_decision', rules: ['CGRS_DECISION', 'PACT_DECISION_STD'] },
  ],
  refused: [
    { kind: 'appeal', rules: ['APPEAL_CALL_STD', 'PACT_APPEAL_SHORT'] },
    { kind: 'order_to_leave', rules: ['ORDER_TO_LEAVE'] },
  ],
  inadmissible: [
    { kind: 'appeal', rules: ['APPEAL_CALL_ACCEL', 'PACT_APPEAL_SHORT'] },
    { kind: 'order_to_leave', rules: ['ORDER_TO_LEAVE'] },
  ],
  ended: [{ kind: 'order_to_leave', rules: ['ORDER_TO_LEAVE'] }],
  refugee: [{ kind: 'family_applied', rules: ['FAMILY_FAVOURABLE'] }],
  subsidiary: [
    { kind: 'appeal', rules: ['APPEAL_CALL_STD', 'PACT_APPEAL_LONG'] },
    { kind: 'family_applied', rules: ['FAMILY_FAVOURABLE'] },
  ],
  protection_lost: [{ kind: 'appeal', rules: ['APPEAL_CALL_STD', 'PACT_APPEAL_LONG'] }],
  appeal: [{ kind: 'judgment', rules: ['CASSATION_CS'] }],
  appeal_from_protection: [{ kind: 'judgment', rules: ['CASSATION_CS'] }],
  appeal_lost: [
    { kind: 'appeal', rules: ['CASSATION_CS'] },
    { kind: 'order_to_leave', rules: ['ORDER_TO_LEAVE'] },
  ],
  cassation: [{ kind: 'judgment', rules: [] }],
  withdrawn: [
    { kind: 'made', rules: [] },
    { kind: 'order_to_leave', rules: ['ORDER_TO_LEAVE'] },
  ],
}
export const asylumSteps = (state: AsylumState): readonly Step<AsylumKind>[] => ASYLUM[state]

const PETITION = { kind: 'petition_filed', rules: ['CC_NEXT'] } as const
const DECISION = { kind: 'petition_decided', rules: ['CC_DECISION'] } as const

/** A person who is held may petition for release every month; while a petition waits, its decision is what may come. */
export const detentionSteps = (
  state: EpisodeState['code'],
  slot: PetitionSlot['code'],
): readonly Step<DetentionKind>[] => {
  const petition = slot === 'waiting' ? DECISION : PETITION
  switch (state) {
    case 'noOrder':
      return [{ kind: 'ordered', rules: [] }, petition]
    case 'held':
      return [
        petition,
        { kind: 'ordered', rules: ['DET_18M'] },
        { kind: 'removal_planned', rules: [] },
        { kind: 'ended', rules: [] },
      ]
    case 'orderRunOut':
      return [{ kind: 'ended', rules: [] }, { kind: 'ordered', rules: ['DET_18M'] }, petition]
    case 'releaseOrdered':
      return [{ kind: 'ended', rules: [] }]
    case 'gone':
      return [{ kind: 'ended', rules: [] }]
    case 'ended':
      return []
  }
}

const GUARDIANSHIP: Readonly<Record<GuardianshipState, readonly Step<GuardianshipKind>[]>> = {
  nothing: [{ kind: 'reported', rules: ['GUARDIAN_WAIT_5'] }],
  reported: [
    { kind: 'taken_in_charge', rules: ['GUARDIAN_WAIT_5'] },
    { kind: 'guardian_appointed', rules: ['GUARD_REPORT_INITIAL'] },
  ],
  in_charge: [
    { kind: 'decided', rules: ['AGE_CHALLENGE_CS'] },
    { kind: 'guardian_appointed', rules: ['GUARD_REPORT_INITIAL'] },
  ],
  age_doubt: [
    { kind: 'age_assessed', rules: [] },
    { kind: 'decided', rules: ['AGE_CHALLENGE_CS'] },
  ],
  identified: [{ kind: 'guardian_appointed', rules: ['GUARD_REPORT_INITIAL'] }],
  identified_eea: [{ kind: 'guardian_appointed', rules: ['GUARD_REPORT_INITIAL'] }],
  not_minor: [{ kind: 'challenged', rules: ['AGE_CHALLENGE_CS'] }],
  not_alone: [],
  guardian: [
    { kind: 'report_sent', rules: ['GUARD_REPORT_PERIODIC'] },
    { kind: 'solution', rules: [] },
  ],
  guardian_left: [{ kind: 'guardian_appointed', rules: ['GUARD_REPORT_INITIAL'] }],
  ended: [],
}
export const guardianshipSteps = (state: GuardianshipState): readonly Step<GuardianshipKind>[] =>
  GUARDIANSHIP[state]

/** The rule that is named beside a step: of the law of the file where that is known, and one that stands outside of both otherwise. */
export const lawOf = <R extends { readonly code: string; readonly regime: string }>(
  { rules }: Pick<Step<string>, 'rules'>,
  shipped: readonly R[],
  regime: 'PRE_PACT' | 'PACT' | null,
): R | null =>
  rules
    .flatMap((code) => shipped.find((rule) => rule.code === code) ?? [])
    .find((rule) => rule.regime === 'ANY' || rule.regime === regime) ?? null
