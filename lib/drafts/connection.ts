'use client'

/**
 * Whether what one writes can leave the device now. `away`: the server answers, its database does not. `unreachable`: the
 * network is there, the server does not answer. `offline`: no network.
 */
export type Connection = 'well' | 'away' | 'unreachable' | 'offline'

const CALM = 30_000
const WATCHFUL = 5_000
const PATIENCE = 4_000

type Needs = {
  /** The HTTP status of the server's own word, or null when it did not answer. */
  readonly ask: () => Promise<number | null>
  readonly isOnline: () => boolean
  /** Calls back after milliseconds; answers what calls it off. */
  readonly later: (run: () => void, wait: number) => () => void
}

/**
 * What the badge says is what the server answered last, asked every 30 seconds, and every 5 while something is wrong: the browser
 * knows only whether there is a network.
 */
export const createConnection = ({ ask, isOnline, later }: Needs) => {
  let state: Connection = 'well'
  let callOff: () => void = () => undefined
  let round = 0
  const listeners = new Set<() => void>()

  const become = (next: Connection): void => {
    if (next === state) return
    state = next
    for (const listen of [...listeners]) listen()
  }
  const toState = (status: number | null): Connection => {
    if (status === null) return isOnline() ? 'unreachable' : 'offline'
    return status === 503 ? 'away' : 'well'
  }
  /** Asks now, and again by itself for as long as anyone listens. */
  const look = async (): Promise<void> => {
    callOff()
    round += 1
    const mine = round
    if (!isOnline()) become('offline')
    const status = isOnline() ? await ask() : null
    // A later question has its answer already, or is about to.
    if (mine !== round || listeners.size === 0) return
    become(toState(status))
    callOff = later(() => void look(), state === 'well' ? CALM : WATCHFUL)
  }
  return {
    look,
    now: (): Connection => state,
    listen: (changed: () => void): (() => void) => {
      listeners.add(changed)
      if (listeners.size === 1) void look()
      return () => {
        listeners.delete(changed)
        if (listeners.size > 0) return
        callOff()
        round += 1
      }
    },
  }
}

/** @returns how the application answers, null where it does not */
export const askServer = async (): Promise<number | null> => {
  try {
    return (await fetch('/api/ready', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) })).status
  } catch {
    return null
  }
}

export const connection = createConnection({
  ask: askServer,
  isOnline: () => navigator.onLine,
  later: (run, wait) => {
    const timer = setTimeout(run, wait)
    return () => clearTimeout(timer)
  },
})
