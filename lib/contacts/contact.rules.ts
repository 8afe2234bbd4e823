/** How somebody is reached without harm. */
export const CHANNELS = ['phone', 'messenger', 'email', 'address', 'through'] as const
export const OWNERS = ['own', 'shared', 'relative', 'centre', 'other'] as const
/** What may be left when somebody else answers, or nobody. */
export const MESSAGES = ['never', 'neutral', 'any'] as const

/** Ways that go to a telephone. */
export const isNumber = (channel: (typeof CHANNELS)[number]): boolean =>
  channel === 'phone' || channel === 'messenger'

type Standing = { readonly endedOn: string | null }
/** What may be used today; what ended stays readable. */
export const isUsable = ({ endedOn }: Standing, today: string): boolean => endedOn === null || endedOn > today
