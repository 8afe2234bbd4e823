export type Account = 'anna' | 'bert'

/** What people were told, and what follows from it. */
export const createPromises = () => ({
  /** By requestId, in the order in which they were told that it is finished. */
  finished: new Map<string, { readonly account: Account; readonly device: string; readonly text: string }>(),
  /** Words that were kept, and must not be lost. */
  words: new Map<string, Account>(),
  /** Words that must not be readable on the device. */
  forgotten: new Set<string>(),
})
export type Promises = ReturnType<typeof createPromises>

export const textIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : ''
export const wordsIn = (value: unknown): string[] =>
  JSON.stringify(value ?? '').match(/(?:anna|bert)\d+x/g) ?? []
