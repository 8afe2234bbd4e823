import { QUIET_PATH } from '@/lib/shared/cookie.rules'

/**
 * What a request asks the server for. `free` needs neither the database nor much work: files of the build, and the page that
 * hides another one, which must open whatever happens. `papers` may take minutes on a slow line.
 */
export type RequestKind = 'health' | 'free' | 'page' | 'save' | 'papers'

export const LIVE_PATH = '/api/live'
export const READY_PATH = '/api/ready'
const FREE_PATHS = [
  QUIET_PATH,
  '/worker.js',
  '/icon.svg',
  '/calendar.svg',
  '/favicon.ico',
  '/manifest.webmanifest',
  '/agenda.webmanifest',
]
/** The pages that work without a network, and their files. */
const OFFLINE = '/offline'
const PAPERS = ['/api/attachments', '/api/imports', '/api/extracts']

const isUnder = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)

/** @param url path and query, as the request line has them */
export const kindOf = (method: string, url: string): RequestKind => {
  const path = url.split('?', 1)[0] ?? ''
  if (path === LIVE_PATH || path === READY_PATH) return 'health'
  if (path.startsWith('/_next/static/') || isUnder(path, OFFLINE) || FREE_PATHS.includes(path)) return 'free'
  if (PAPERS.some((place) => isUnder(path, place))) return 'papers'
  return method === 'GET' || method === 'HEAD' ? 'page' : 'save'
}

/** Bytes of a form: an action takes 1 MB (next.config.js), a draft less. */
const FORM_BYTES = 2 ** 21

/**
 * Whether a body is refused before a byte of it is read, and by which status. No browser of ours sends one without its length, and
 * the handlers of papers answer one that is too large in words.
 */
export const refuseBody = (
  kind: RequestKind,
  { isChunked, length }: { readonly isChunked: boolean; readonly length: number },
): 411 | 413 | null => {
  if (isChunked) return 411
  return kind === 'papers' || length <= FORM_BYTES ? null : 413
}

export type Limits = {
  /** How many are served at once, when the machine is quick. */
  readonly places: number
  /** How many are served at once, however slow it is. */
  readonly least: number
  /** How many more may wait. */
  readonly room: number
  /** Milliseconds that one waits at most, and when someone has been waiting all the time for longer than a burst lasts. */
  readonly patience: number
  readonly shortPatience: number
}

/** Milliseconds: an answer that took longer is slow. */
const SLOW = 500
/** Milliseconds: when others have been waiting for so long without a break, it is no burst. */
const BURST = 4_000
/** Milliseconds in which no one waits: that is a break. The moment after all who waited gave up at once is none. */
const BREAK = 1_000

/**
 * How many requests are served and wait at once (docs/adr/0106). Saves and papers have places of their own, so that reading
 * never keeps someone from saving; together they are what the pool of connections can serve. A paper takes as long as the line
 * of its sender, which says nothing of the machine.
 */
export const LIMITS: Readonly<Record<'page' | 'save' | 'papers', Limits>> = {
  page: { places: 12, least: 3, room: 36, patience: 4_000, shortPatience: 500 },
  save: { places: 8, least: 3, room: 24, patience: 4_000, shortPatience: 1_000 },
  papers: { places: 6, least: 6, room: 6, patience: 4_000, shortPatience: 4_000 },
}

/** Seconds after which a refused request may come again: not all at the same moment. */
export const retryAfter = (chance: number): number => 3 + Math.floor(chance * 6)

export type Gate = {
  /**
   * Calls `admit` now or when a place is free, or `refuse` when there is no room or the patience is over.
   * @returns what the request calls when it has ended, or was given up while it waited
   */
  readonly ask: (admit: () => void, refuse: () => void) => () => void
}

/**
 * Lets in as many as the machine serves quickly: while others wait, a slow answer takes a place away, and as many quick ones as there
 * are places bring one back (additive increase and decrease, as congestion control does). When a queue stays, its patience becomes
 * short, so that what is served is served soon (controlled delay, Nichols and Jacobson 2012).
 */
export const openGate = ({ places, least, room, patience, shortPatience }: Limits): Gate => {
  let inside = 0
  let open = places
  let queuedSince = 0
  let emptySince = Number.NEGATIVE_INFINITY
  const waiting = new Set<() => void>()
  const endWait = (admit: () => void): void => {
    if (waiting.delete(admit) && waiting.size === 0) emptySince = performance.now()
  }
  const letNextIn = (): void => {
    for (const admit of waiting) {
      if (inside >= Math.floor(open)) return
      admit()
    }
  }
  const learn = (took: number): void => {
    if (waiting.size === 0) return
    open = took > SLOW ? Math.max(least, open - 1) : Math.min(places, open + 1 / open)
  }
  const patienceNow = (): number => {
    const now = performance.now()
    if (waiting.size === 0 && now - emptySince > BREAK) queuedSince = now
    return now - queuedSince > BURST ? shortPatience : patience
  }
  return {
    ask: (admit, refuse) => {
      let state: 'waits' | 'inside' | 'over' = 'waits'
      let entered = 0
      let timer: ReturnType<typeof setTimeout> | undefined
      const enter = (): void => {
        clearTimeout(timer)
        endWait(enter)
        state = 'inside'
        entered = performance.now()
        inside += 1
        admit()
      }
      const leave = (): void => {
        clearTimeout(timer)
        endWait(enter)
        if (state === 'inside') {
          inside -= 1
          learn(performance.now() - entered)
        }
        state = 'over'
        letNextIn()
      }
      if (inside < Math.floor(open)) enter()
      else if (waiting.size >= room) {
        state = 'over'
        refuse()
      } else {
        const most = patienceNow()
        waiting.add(enter)
        timer = setTimeout(() => {
          leave()
          refuse()
        }, most)
      }
      return leave
    },
  }
}
