import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Why a server does not take requests now: codes only, for a proxy and for an operator. */
export const REASONS = vocabulary('server.reasons', [
  'database',
  'migrations',
  'keys',
  'draining',
  'clock',
  'memory',
])
export type Reason = CodeOf<typeof REASONS>

/** Second steps break when the clocks of two machines differ by more. */
export const MOST_CLOCK_SECONDS = 30

export type Condition = {
  readonly isAway: boolean
  /** Whether the database has what this build was made with. */
  readonly isMigrated: boolean
  readonly hasKeys: boolean
  readonly isDraining: boolean
  /** Seconds between the clock of the database and this one. */
  readonly clockDifference: number
  readonly memory: Memory
}
export type Memory = {
  readonly used: number
  /** What the operating system lets this process have; null when it sets no limit. */
  readonly limit: number | null
  readonly heapUsed: number
  readonly heapLimit: number
}

/** Beyond three quarters of its limit a process is ended by the system soon; before that it takes no new work. */
export const isShort = ({ used, limit, heapUsed, heapLimit }: Memory): boolean =>
  (limit !== null && used > limit * 0.75) || heapUsed > heapLimit * 0.9

/** In the order of the list; empty when it is ready. */
export const reasonsAgainst = (condition: Condition): readonly Reason[] => {
  const holds: Readonly<Record<Reason, boolean>> = {
    database: condition.isAway,
    // Of a database that is away nothing else is known.
    migrations: !condition.isAway && !condition.isMigrated,
    keys: !condition.hasKeys,
    draining: condition.isDraining,
    clock: !condition.isAway && Math.abs(condition.clockDifference) > MOST_CLOCK_SECONDS,
    memory: isShort(condition.memory),
  }
  return REASONS.codes.filter((reason) => holds[reason])
}

/** Asked once a second at most, however often a proxy looks. */
export const openReadiness = (
  look: () => readonly Reason[],
  now: () => number = () => performance.now(),
): (() => readonly Reason[]) => {
  let known: readonly Reason[] = []
  let at = Number.NEGATIVE_INFINITY
  return () => {
    if (now() - at >= 1_000) {
      at = now()
      known = look()
    }
    return known
  }
}
