import 'server-only'
import { fingerprint } from '@/lib/crypto/keyring'
import type { AuthWork } from '@/lib/db/work'
import { pauseSeconds, THROTTLES, type ThrottleKind } from './throttle.rules'

/** Keyed, so that the table of counters says nothing about who was tried, or from where. */
const toKey = (kind: ThrottleKind, subject: string): string =>
  fingerprint('throttle', `${kind}:${subject}`).toString('hex')

/**
 * Counts one try as a failure before it is judged, so that a hundred tries at once are not a hundred free ones.
 * A try during a pause counts nothing and is not judged. Successful tries are taken back with `forgetTries`.
 * @returns true when the try may be judged
 */
export const countTry = async (work: AuthWork, kind: ThrottleKind, subject: string): Promise<boolean> => {
  const key = toKey(kind, subject)
  const rule = THROTTLES[kind]
  const windowEnd = new Date(work.now.getTime() + rule.memorySeconds * 1000)
  // One statement, so that no forgetting fits in between; it locks the row: tries on the same key follow one another.
  const counted = await work.tx.$queryRaw<Array<{ points: number }>>`
    INSERT INTO throttle AS t (key, points, window_end) VALUES (${key}, 1, ${windowEnd})
    ON CONFLICT (key) DO UPDATE
    SET points = CASE WHEN t.window_end <= ${work.now} THEN 1 ELSE t.points + 1 END, window_end = ${windowEnd}
    WHERE t.blocked_until IS NULL OR t.blocked_until <= ${work.now}
    RETURNING points`
  const [row] = counted
  if (row === undefined) return false
  const pause = pauseSeconds(row.points, rule)
  if (pause > 0) {
    const blockedUntil = new Date(work.now.getTime() + pause * 1000)
    await work.tx.throttle.updateMany({ where: { key }, data: { blockedUntil } })
  }
  return true
}

/** The account is in the right hands again: its count starts anew. */
export const forgetTries = async (work: AuthWork, kind: ThrottleKind, subject: string): Promise<void> => {
  await work.tx.throttle.deleteMany({ where: { key: toKey(kind, subject) } })
}

/** Takes back one counted try of a shared subject (a network), without forgiving the failures of others. */
export const uncountTry = async (work: AuthWork, kind: ThrottleKind, subject: string): Promise<void> => {
  await work.tx.$executeRaw`
    UPDATE throttle SET points = GREATEST(points - 1, 0), blocked_until = NULL
    WHERE key = ${toKey(kind, subject)}`
}

/**
 * Drops counters that count no more: kept for ever, they would tell how often, and over how many addresses, an organisation was
 * tried. Rows that a try holds at this moment are left for the next time, so no one waits and no two wait for each other.
 */
export const removeExpiredTries = async (work: AuthWork): Promise<void> => {
  await work.tx.$executeRaw`
    DELETE FROM throttle WHERE key IN (
      SELECT key FROM throttle
      WHERE window_end <= ${work.now} AND (blocked_until IS NULL OR blocked_until <= ${work.now})
      ORDER BY window_end LIMIT 1000 FOR UPDATE SKIP LOCKED)`
}
