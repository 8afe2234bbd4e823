import type { Messages } from './catalogue'

/** A room of messages: one file in messages/<language>/. */
export type Words = keyof Messages

/** What the house around a page and its forms say in the browser, whichever page it is. */
export const HOUSE_WORDS = ['common', 'errors', 'forms', 'layout'] as const satisfies readonly Words[]

/** Of all messages those that a page's own script says; the rest is said on the server and need not travel. */
export const pickWords = (messages: Messages, words: readonly Words[]): Partial<Messages> => {
  const wanted = new Set<string>([...HOUSE_WORDS, ...words])
  return Object.fromEntries(Object.entries(messages).filter(([room]) => wanted.has(room)))
}
