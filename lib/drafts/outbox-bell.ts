'use client'
import { isObject, isOneOf, isText, type ShapeOf } from '@/lib/shared/shape'

/** `changed`: something was added, taken back or deleted. `hurry`: someone wants everything to be sent now. */
const isCall = isObject({ kind: isOneOf('changed', 'hurry') })
/** The server has said yes or no to an item. Its id says nothing. */
const isAnswer = isObject({
  kind: isOneOf('answered'),
  id: isText,
  state: isOneOf('sent', 'failed', 'waiting'),
})
export type Ring = ShapeOf<typeof isCall> | ShapeOf<typeof isAnswer>

const listeners = new Set<(heard: Ring) => void>()
let channel: BroadcastChannel | null = null

const tell = (heard: Ring): void => {
  for (const listen of [...listeners]) listen(heard)
}
const open = (): BroadcastChannel => {
  if (channel !== null) return channel
  channel = new BroadcastChannel('accompany')
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isCall(data) || isAnswer(data)) tell(data)
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
