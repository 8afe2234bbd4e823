/** What leaves the organisation only when a second admin has agreed (docs/adr/0082). */
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { type ExactPlan, exactPlans } from './exact.rules'
import { type NoisePlan, noisePlans } from './noise.rules'
import { type RowSubject, rowSubjects } from './rows.rules'

export const twoAdminKinds = vocabulary('statistics.two-admin-kinds', ['rows', 'exact', 'noise'])

export const requestStates = vocabulary('statistics.request-states', ['asked', 'approved', 'declined'])
export type RequestState = CodeOf<typeof requestStates>

/** What may be asked for: a kind and one of its few choices. */
export type Wanted =
  | { kind: 'rows'; subject: RowSubject }
  | { kind: 'exact'; plan: ExactPlan }
  | { kind: 'noise'; plan: NoisePlan }

/** 'rows/topics': the word of an address, of a form and of the register. Null for what may not be asked. */
export function findWanted(code: string): Wanted | null {
  const [kind, choice, ...rest] = code.split('/')
  if (rest.length > 0) return null
  const subject = rowSubjects.match(choice)
  if (kind === 'rows' && subject !== null) return { kind, subject }
  const plan = exactPlans.match(choice)
  if (kind === 'exact' && plan !== null) return { kind, plan }
  const noise = noisePlans.match(choice)
  return kind === 'noise' && noise !== null ? { kind, plan: noise } : null
}

export const choiceOf = (wanted: Wanted): string => (wanted.kind === 'rows' ? wanted.subject : wanted.plan)
export const toWantedCode = (wanted: Wanted): string => `${wanted.kind}/${choiceOf(wanted)}`

export const wantedCodes: readonly string[] = [
  ...rowSubjects.codes.map((subject) => toWantedCode({ kind: 'rows', subject })),
  ...exactPlans.codes.map((plan) => toWantedCode({ kind: 'exact', plan })),
  ...noisePlans.codes.map((plan) => toWantedCode({ kind: 'noise', plan })),
]
