import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** How a person is reached without harm. */
export const CHANNELS = vocabulary('contacts.channels', ['phone', 'messenger', 'email', 'address', 'through'])
export const OWNERS = vocabulary('contacts.owners', ['own', 'shared', 'relative', 'centre', 'other'])
/** What may be left when someone else answers, or no one. */
export const MESSAGES = vocabulary('contacts.messages', ['never', 'neutral', 'any'])

/** Ways that go to a telephone. */
export const isNumber = (channel: CodeOf<typeof CHANNELS>): boolean =>
  channel === 'phone' || channel === 'messenger'

type Ending = { readonly endedOn: string | null }
/** What may be used today; what ended stays readable. */
export const isUsable = ({ endedOn }: Ending, today: string): boolean => endedOn === null || endedOn > today
