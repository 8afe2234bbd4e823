import type { Reply } from './reply'

type Ask = () => Promise<boolean>

// The one part of the page that asks for the proof (components/shell/step-up.tsx), while it is there.
let ask: Ask | null = null

/** @returns what takes it away again */
export const askBy = (how: Ask): (() => void) => {
  ask = how
  return () => {
    if (ask === how) ask = null
  }
}

/**
 * Sends, and where the server wants the person to prove first who they are, asks for it and sends the same once more. The form stays as it
 * is meanwhile. Where they close the question, the answer is the server’s refusal.
 */
export const withStepUp = async <V>(send: () => Promise<Reply<V> | null>): Promise<Reply<V> | null> => {
  const reply = await send()
  if (reply === null || reply.ok || reply.code !== 'stepUp' || ask === null) return reply
  return (await ask()) ? send() : reply
}
