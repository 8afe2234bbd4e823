import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/**
 * Why two accounts do not count as two humans (app.second_person, docs/adr/0104): of the one that answers, or (`asker`) that the one that
 * asked does not count. The database decides; these are its words.
 */
export const SECOND_FAULTS = vocabulary('accounts.second-faults', [
  'notOneself',
  'notVouched',
  'tooNew',
  'sameLine',
  'asker',
])
export type SecondFault = CodeOf<typeof SECOND_FAULTS>

/** What is said of each fault but `notOneself`, which every place says in its own words. */
export const SECOND_CODES = {
  notVouched: 'secondNotVouched',
  tooNew: 'secondTooNew',
  sameLine: 'secondSameLine',
  asker: 'secondAsker',
} as const satisfies Record<Exclude<SecondFault, 'notOneself'>, string>
export type SecondCode = (typeof SECOND_CODES)[keyof typeof SECOND_CODES]

/** The error code of a fault; null for any other word of the database. */
export const toSecondCode = (said: string): SecondCode | null =>
  said === 'notVouched' || said === 'tooNew' || said === 'sameLine' || said === 'asker'
    ? SECOND_CODES[said]
    : null
