import { openOutbox, type SendTo, type Sent } from './outbox'
import type { Ports } from './ports'

export type Sender = {
  /** Sends what is due; `all` does not wait for its turn. */
  readonly run: (all?: boolean) => Promise<void>
  readonly stop: () => void
}

/**
 * Empties the outbox by itself while someone is signed in. Knows no framework and needs no page of the server, so that a
 * service worker can give it a shell to live in. No one’s key is asked for while the device holds nothing at all.
 */
export const createSender = (
  ports: Ports,
  to: SendTo,
  { answered, isOnline }: { answered: (sent: Sent) => void; isOnline: () => boolean },
): Sender => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let running: Promise<void> = Promise.resolve()

  const work = async (all: boolean): Promise<void> => {
    clearTimeout(timer)
    if (isStopped || !isOnline()) return
    if ((await ports.store.list()).length === 0) return
    const keys = await ports.keys()
    if (keys === null) return
    const outbox = await openOutbox(keys, ports)
    const done = await outbox.send(to, all)
    for (const sent of done) answered(sent)
    const isOut = done.some(({ reply }) => reply !== null && !reply.ok && reply.code === 'signedOut')
    const next = (await outbox.list())
      .filter(({ state }) => state === 'waiting')
      .reduce((soonest, { nextAt }) => Math.min(soonest, nextAt), Number.POSITIVE_INFINITY)
    if (isStopped || isOut || next === Number.POSITIVE_INFINITY) return
    timer = setTimeout(() => void run(false), Math.max(500, next - ports.now()))
  }
  const run = (all = false): Promise<void> => {
    // A device that refuses its storage has no outbox to empty.
    running = running.then(() => work(all)).catch(() => undefined)
    return running
  }
  return {
    run,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
