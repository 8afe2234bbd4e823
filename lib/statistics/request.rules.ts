/** What leaves the house only when a second admin has agreed (docs/adr/0082). */
import { type ExactPlan, exactPlans } from './exact.rules'
import { type NoisePlan, noisePlans } from './noise.rules'
import { type RowSubject, rowSubjects } from './rows.rules'

export const twoAdminKinds = ['rows', 'exact', 'noise'] as const

export const requestStates = ['asked', 'approved', 'declined'] as const
export type RequestState = (typeof requestStates)[number]

/** What may be asked for: a kind and one of its few choices. */
export type Wanted =
  | { kind: 'rows'; subject: RowSubject }
  | { kind: 'exact'; plan: ExactPlan }
  | { kind: 'noise'; plan: NoisePlan }

/** 'rows/topics': the word of an address, of a form and of the register. Null for what may not be asked. */
export function findWanted(code: string): Wanted | null {
  const [kind, choice, ...rest] = code.split('/')
  if (rest.length > 0) return null
  const subject = rowSubjects.find((one) => one === choice)
  if (kind === 'rows' && subject !== undefined) return { kind, subject }
  const plan = exactPlans.find((one) => one === choice)
  if (kind === 'exact' && plan !== undefined) return { kind, plan }
  const noise = noisePlans.find((one) => one === choice)
  return kind === 'noise' && noise !== undefined ? { kind, plan: noise } : null
}

export const choiceOf = (wanted: Wanted): string => (wanted.kind === 'rows' ? wanted.subject : wanted.plan)
export const toWantedCode = (wanted: Wanted): string => `${wanted.kind}/${choiceOf(wanted)}`

export const wantedCodes: readonly string[] = [
  ...rowSubjects.map((subject) => toWantedCode({ kind: 'rows', subject })),
  ...exactPlans.map((plan) => toWantedCode({ kind: 'exact', plan })),
  ...noisePlans.map((plan) => toWantedCode({ kind: 'noise', plan })),
]
