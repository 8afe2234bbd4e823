/** What leaves the house only when a second admin has agreed (docs/adr/0082). */
import { type RowSubject, rowSubjects } from './rows.rules'

export const twoAdminKinds = ['rows', 'exact', 'noise'] as const

export const requestStates = ['asked', 'approved', 'declined'] as const
export type RequestState = (typeof requestStates)[number]

/** What may be asked for: a kind and one of its few choices. */
export type Wanted = { kind: 'rows'; subject: RowSubject }

/** 'rows/topics': the word of an address, of a form and of the register. Null for what may not be asked. */
export function findWanted(code: string): Wanted | null {
  const [kind, choice, ...rest] = code.split('/')
  const subject = rowSubjects.find((one) => one === choice)
  return kind === 'rows' && subject !== undefined && rest.length === 0 ? { kind, subject } : null
}

export const toWantedCode = ({ kind, subject }: Wanted): string => `${kind}/${subject}`

export const wantedCodes: readonly string[] = rowSubjects.map((subject) =>
  toWantedCode({ kind: 'rows', subject }),
)
