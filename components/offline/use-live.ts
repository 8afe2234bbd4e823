import { useSyncExternalStore } from 'react'

/** Of lib/server/admission.rules, which belongs to the server. */
const LIVE_PATH = '/api/live'
const EVERY = 5_000
const PATIENCE = 4_000

let isLive = false
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined

const ask = async (): Promise<boolean> => {
  if (!navigator.onLine) return false
  try {
    return (await fetch(LIVE_PATH, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) })).ok
  } catch {
    return false
  }
}

const look = async (): Promise<void> => {
  clearTimeout(timer)
  const found = document.visibilityState === 'visible' ? await ask() : isLive
  if (listeners.size === 0) return
  if (found !== isLive) {
    isLive = found
    for (const tell of listeners) tell()
  }
  clearTimeout(timer)
  timer = setTimeout(() => void look(), EVERY)
}

const lookNow = (): void => void look()

const listen = (tell: () => void): (() => void) => {
  listeners.add(tell)
  if (listeners.size === 1) {
    for (const event of ['online', 'offline']) addEventListener(event, lookNow)
    document.addEventListener('visibilitychange', lookNow)
    void look()
  }
  return () => {
    listeners.delete(tell)
    if (listeners.size > 0) return
    clearTimeout(timer)
    for (const event of ['online', 'offline']) removeEventListener(event, lookNow)
    document.removeEventListener('visibilitychange', lookNow)
  }
}

/** Whether the server answers, asked every five seconds while the page is looked at. False until it has answered. */
export const useLive = (): boolean => useSyncExternalStore(listen, () => isLive)
