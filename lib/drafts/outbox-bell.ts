'use client'
import * as z from 'zod/mini'

z.config({ jitless: true })

const ring = z.discriminatedUnion('kind', [
  /** Something was added, taken back or deleted. */
  z.object({ kind: z.literal('changed') }),
  /** Somebody wants everything to be sent now. */
  z.object({ kind: z.literal('hurry') }),
  /** The server has said yes or no to an item. Its id says nothing. */
  z.object({ kind: z.literal('answered'), id: z.string(), state: z.enum(['sent', 'failed', 'waiting']) }),
])
export type Ring = z.infer<typeof ring>

const listeners = new Set<(heard: Ring) => void>()
let channel: BroadcastChannel | null = null

const tell = (heard: Ring): void => {
  for (const listen of [...listeners]) listen(heard)
}
const open = (): BroadcastChannel => {
  if (channel !== null) return channel
  channel = new BroadcastChannel('accompany')
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const heard = ring.safeParse(data)
    if (heard.success) tell(heard.data)
  }
  return channel
}

/** What the windows of this browser tell each other about the outbox: never a word of what is in it. */
export const ringBell = (heard: Ring): void => {
  open().postMessage(heard)
  tell(heard)
}

export const hearBell = (listen: (heard: Ring) => void): (() => void) => {
  open()
  listeners.add(listen)
  return () => listeners.delete(listen)
}
