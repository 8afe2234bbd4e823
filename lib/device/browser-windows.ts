import { isOneOf } from '@/lib/shared/shape'
import type { Windows } from './ports'

const CHANNEL = 'accompany device'
/** A window that does not let go by then is dead, or will never. */
const LETTING_GO = 1_500

const isWord = isOneOf('changed', 'lock', 'release', 'released')

/** The windows of this browser, that tell each other what changed and who holds the store. */
export const openWindows = (): Windows => {
  const channel = new BroadcastChannel(CHANNEL)
  return {
    tell: (word) => channel.postMessage(word),
    askRelease: () =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer)
          channel.removeEventListener('message', hear)
          resolve()
        }
        const hear = ({ data }: MessageEvent): void => {
          if (data === 'released') end()
        }
        const timer = setTimeout(end, LETTING_GO)
        channel.addEventListener('message', hear)
        channel.postMessage('release')
      }),
    listen: (hear) =>
      channel.addEventListener('message', ({ data }: MessageEvent) => {
        if (isWord(data)) hear(data)
      }),
  }
}

/** For pages that have no store open: after they sent what was waiting. */
export const tellChanged = (): void => {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage('changed')
  channel.close()
}

/** Called whenever a window of this browser changes what lies here. What it gives ends it. */
export const hearChanged = (changed: () => void): (() => void) => {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }: MessageEvent) => {
    if (data === 'changed') changed()
  })
  return () => channel.close()
}
