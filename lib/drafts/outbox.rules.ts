import type { OutboxContent } from './draft-content'

/** What came back from a handler; null when nothing came back. */
export type OutboxReply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly code: string
      readonly fields?: Readonly<Record<string, string>>
      readonly theirs?: Readonly<Record<string, unknown>>
      readonly reference?: string
    }
  | null

const FIRST_WAIT = 2_000
const LONGEST_WAIT = 5 * 60_000

/** How long to wait after so many tries without an answer: twice as long each time, at most five minutes. */
export const waitAfter = (tries: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, tries - 1))

/** What an item is after the answer. Nothing that came back ever takes the text away but the server's yes. */
export const afterReply = (item: OutboxContent, reply: OutboxReply, now: number): OutboxContent => {
  if (reply?.ok) return { ...item, state: 'sent', values: null, path: '', problem: null, sentAt: now }
  const tries = item.tries + 1
  if (reply === null) return { ...item, tries, nextAt: now + waitAfter(tries) }
  // Signed out: no one tried. It goes on after the next sign-in.
  if (reply.code === 'signedOut') return item
  const { code, fields, theirs, reference } = reply
  const problem = {
    code,
    ...(fields === undefined ? {} : { fields: { ...fields } }),
    ...(theirs === undefined ? {} : { theirs: { ...theirs } }),
    ...(reference === undefined ? {} : { reference }),
  }
  // A defect of the server, or too much to do, is not a refusal: it may be gone at the next try.
  if (code === 'failed' || code === 'busy') return { ...item, tries, nextAt: now + waitAfter(tries), problem }
  return { ...item, state: 'failed', tries, problem }
}

export const isDue = (item: OutboxContent, now: number): boolean =>
  item.state === 'waiting' && item.nextAt <= now

/** How many sent items the list remembers. */
export const SENT_REMEMBERED = 20
