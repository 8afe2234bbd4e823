import type { Capability } from '@/lib/shared/capabilities'
import { addMonths, type Day } from '@/lib/shared/dates'
import { type CodeOf, part, vocabulary } from '@/lib/shared/vocabulary'
import { SECOND_CODES, SECOND_FAULTS } from './second-person.rules'

export const CAPABILITY_STATES = vocabulary('accounts.capability-states', ['asked', 'given', 'refused'])
/** Those of what is not over. */
export const OPEN_STATES = part('accounts.open-capability-states', CAPABILITY_STATES, ['asked', 'given'])
/** What an admin may say of a request. */
export const CAPABILITY_ANSWERS = vocabulary('accounts.capability-answers', ['given', 'refused'])
export type CapabilityAnswer = CodeOf<typeof CAPABILITY_ANSWERS>

/** The last day that may be asked for: a year and the month in which its report is written. The database says the same. */
export const lastDayOf = (today: Day): Day => addMonths(today, 13)

/** Why the database refuses a request, or an answer to one (app.ask_capability, app.answer_capability). */
export const CAPABILITY_FAULTS = vocabulary('accounts.capability-faults', [
  'own',
  'past',
  'tooFar',
  'waits',
  'given',
  'three',
  'notConfirmed',
  'noLead',
  'over',
  'answered',
  ...SECOND_FAULTS.codes,
])
export type CapabilityFault = CodeOf<typeof CAPABILITY_FAULTS>

/** What is said of each. */
export const CAPABILITY_CODES = {
  own: 'notOneself',
  past: 'untilPassed',
  tooFar: 'capabilityTooFar',
  waits: 'capabilityWaits',
  given: 'capabilityGiven',
  three: 'capabilityThree',
  notConfirmed: 'capabilityNotConfirmed',
  noLead: 'capabilityNoLead',
  over: 'capabilityOver',
  answered: 'alreadyAnswered',
  notOneself: 'capabilitySecond',
  ...SECOND_CODES,
} as const satisfies Record<CapabilityFault, string>

/** What was asked or given to whom, until which day, and by whom. */
export type CapabilityLine = {
  readonly id: string
  readonly kind: Capability
  readonly holderId: string
  readonly holder: string
  readonly until: Day
  readonly state: CodeOf<typeof CAPABILITY_STATES>
  readonly askedBy: string
  readonly askedOn: Day
  /** Null while it waits. */
  readonly givenBy: string | null
  /** The reader asked for it, or is its holder: another admin gives it. */
  readonly isOwn: boolean
}
