import { type AGES, BODY_KINDS, type REGIONS } from '@/lib/countries/help-body.rules'
import type { PartnerKind } from '@/lib/partners/partner.rules'
import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Referring someone to who can help: to whom, and what happened with it. Where it stands follows from its steps. */

export const REFERRAL_KINDS = vocabulary('referrals.referral-kinds', [
  ...BODY_KINDS.codes,
  'lawyer',
  'health',
  'shelter',
  'tracing',
  'social_service',
  'organisation',
  'other',
])
export type ReferralKind = CodeOf<typeof REFERRAL_KINDS>

/** What a referral to a partner counts as: the kind decides which consent it needs. */
export const KIND_OF_PARTNER: Readonly<Record<PartnerKind, ReferralKind>> = {
  lawyer: 'lawyer',
  legal_aid: 'lawyer',
  interpreter: 'organisation',
  health: 'health',
  shelter: 'shelter',
  social_service: 'social_service',
  school: 'organisation',
  authority: 'authority',
  court: 'authority',
  organisation: 'organisation',
  other: 'other',
}

export const URGENCIES = vocabulary('referrals.urgencies', ['now', 'this_week', 'no_hurry'])
export type Urgency = CodeOf<typeof URGENCIES>
type Region = CodeOf<typeof REGIONS>

/** By telephone first, then the sheet, then what came of it. */
export const STEPS = vocabulary('referrals.steps', [
  'told',
  'sent',
  'received',
  'accepted',
  'declined',
  'person_declined',
  'no_capacity',
  'no_answer',
  'outcome',
])
export type StepKind = CodeOf<typeof STEPS>
export const WAYS = vocabulary('referrals.ways', [
  'phone',
  'in_person',
  'secure_mail',
  'post',
  'handed_over',
  'link',
  'other',
])

export type Step = {
  readonly id: string
  readonly kind: StepKind | 'taken_back'
  readonly on: Day
  readonly takesBack: string | null
}

/** The steps that count, in the order of their days: without those that were taken back. */
export const currentSteps = <S extends Step>(steps: readonly S[]): readonly S[] => {
  const undone = new Set(steps.map(({ takesBack }) => takesBack))
  return steps
    .filter(({ id, kind }) => kind !== 'taken_back' && !undone.has(id))
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1))
}

/** Nothing happened yet, or the last thing that did. */
export type ReferralState = 'draft' | StepKind
export const stateOf = (steps: readonly Step[]): ReferralState => {
  const last = currentSteps(steps).at(-1)
  return last === undefined || last.kind === 'taken_back' ? 'draft' : last.kind
}

/** Once the sheet left the organisation, what stands on it is not changed any more; another sheet is another referral. */
export const isSent = (steps: readonly Step[]): boolean =>
  currentSteps(steps).some(({ kind }) => kind === 'sent')

/** What one would record next: it is proposed and never imposed. */
const NEXT: Readonly<Record<ReferralState, StepKind>> = {
  draft: 'told',
  told: 'sent',
  sent: 'received',
  received: 'accepted',
  accepted: 'outcome',
  declined: 'outcome',
  person_declined: 'outcome',
  no_capacity: 'outcome',
  no_answer: 'told',
  outcome: 'outcome',
}
export const nextStepOf = (steps: readonly Step[]): StepKind => NEXT[stateOf(steps)]

/** Someone waits for an answer: then a day is proposed on which to ask again, and a file that is closed asks about it. */
const WAITING: readonly ReferralState[] = ['told', 'sent', 'received', 'no_answer']
export const isWaiting = (kind: ReferralState): boolean => WAITING.includes(kind)

type Body = {
  readonly slug: string
  readonly ages: CodeOf<typeof AGES>
  readonly regions: readonly Region[]
}

/** Of bodies of a kind of help those for this age and region; without a region all of the age. The first is proposed. */
export const fitting = <B extends Body>(
  bodies: readonly B[],
  { isMinor, region }: { readonly isMinor: boolean; readonly region: Region | null },
): readonly B[] =>
  bodies.filter(
    ({ ages, regions }) =>
      (ages === 'all' || (ages === 'minors') === isMinor) && (region === null || regions.includes(region)),
  )
