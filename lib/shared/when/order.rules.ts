import type { Day } from '../dates'
import { order } from '../vocabulary'
import { boundsOf, isKnown, type KnownWhen, WHEN_SILENCES, type When, whenCode } from './when.rules'

/** True when no day of one can lie on or after a day of the other. Two dates may well be in neither order. */
export const isSurelyBefore = (one: KnownWhen, other: KnownWhen): boolean =>
  boundsOf(one).latest < boundsOf(other).earliest

/** True when every day that the inner can have been is one of the outer: March 2009 is within 2009. */
export const isWithin = (inner: KnownWhen, outer: KnownWhen): boolean => {
  const [a, b] = [boundsOf(inner), boundsOf(outer)]
  return a.earliest >= b.earliest && a.latest <= b.latest
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const SILENT = order('shared.when-order', WHEN_SILENCES, ['declined', 'not_known'])

/**
 * The order of lists: by the first day it can have been, then by the last, then by the code. It never contradicts
 * isSurelyBefore, and says something where that says nothing. What has no date stands at the end, whichever way the
 * list runs: asked and not known, not told, and last what no one asked. `… ORDER BY x_from, x_to, x_when COLLATE "C"` is
 * the same in the database.
 */
export const compareWhen = (a: When | null, b: When | null, isDown = false): number => {
  if (isKnown(a) && isKnown(b)) {
    const [one, other] = [boundsOf(a), boundsOf(b)]
    const first =
      compareText(one.earliest, other.earliest) ||
      compareText(one.latest, other.latest) ||
      compareText(whenCode(a), whenCode(b))
    return isDown ? -first : first
  }
  const rank = (when: When | null): number =>
    isKnown(when) ? 3 : when === null ? -1 : SILENT.rank(when.form)
  return rank(b) - rank(a)
}

export type Range = { readonly from: Day | null; readonly to: Day | null }
export type Fit = 'surely' | 'possibly' | 'no' | 'unknown'

/** Does it lie in a range of days (both included, null is open)? A date without days can be neither counted nor excluded. */
export const fitsRange = (when: When | null, { from, to }: Range): Fit => {
  if (!isKnown(when)) return 'unknown'
  const { earliest, latest } = boundsOf(when)
  if ((from !== null && latest < from) || (to !== null && earliest > to)) return 'no'
  return (from === null || earliest >= from) && (to === null || latest <= to) ? 'surely' : 'possibly'
}
