import { type Day, daysBetween } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Legal aid: who acts in court for someone, and who was only asked. */

/** Second-line aid is granted by a legal-aid office; first-line aid informs and does not act in court. */
export const AIDS = vocabulary('asylum.aids', ['second_line', 'first_line', 'paid', 'other'])
export type Aid = CodeOf<typeof AIDS>

export const MANDATE_ENDS = vocabulary('asylum.mandate-ends', [
  'refused',
  'done',
  'lawyer_stopped',
  'person_stopped',
  'replaced',
  'not_known',
])

export type Mandate = {
  readonly aid: Aid
  readonly askedOn: Day | null
  readonly grantedOn: Day | null
  readonly endReason: CodeOf<typeof MANDATE_ENDS> | null
}

export type MandateState =
  | { readonly state: 'ended' | 'advises' | 'acts' | 'notAsked' }
  /** Asked and not yet granted, for so many days. */
  | { readonly state: 'waits'; readonly days: number }

/** Whether someone acts. No one has to grant a lawyer whom the person pays. */
export const mandateState = ({ aid, askedOn, grantedOn, endReason }: Mandate, today: Day): MandateState => {
  if (endReason !== null) return { state: 'ended' }
  if (aid === 'first_line') return { state: 'advises' }
  if (aid !== 'second_line' || grantedOn !== null) return { state: 'acts' }
  return askedOn === null ? { state: 'notAsked' } : { state: 'waits', days: daysBetween(askedOn, today) }
}
