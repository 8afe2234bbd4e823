import { isDanger, type Rank } from '@/lib/cases/danger.rules'
import type { Day } from '@/lib/shared/dates'
import type { Reason, ReasonCode } from './reason.rules'

/** Why a person is seen again who was seen last time; a question or a new file alone can wait for the others. */
const AGAIN: readonly ReasonCode[] = ['hunger', 'isolated', 'alone', 'limit', 'ordered', 'wished']

type Person = {
  readonly danger: { readonly rank: Rank }
  readonly reasons: readonly Pick<Reason, 'code'>[]
  readonly lastMet: { readonly on: Day } | null
}

/**
 * Whom a new plan begins with, of people in their order: all who are in danger, then those with a reason as long as there is time,
 * the longest unseen first. Those who were seen on the last visit only when something speaks for it.
 * @param fits how many people fit into the hours; null when the hours are not known
 * @param lastVisitOn the day of the last visit to the centre
 */
export const tickFor = <P extends Person>(
  people: readonly P[],
  { fits, lastVisitOn }: { readonly fits: number | null; readonly lastVisitOn: Day | null },
): readonly P[] => {
  const isWanted = ({ danger, reasons, lastMet }: P): boolean => {
    if (isDanger(danger.rank)) return true
    const wasSeenLast = lastVisitOn !== null && lastMet !== null && lastMet.on >= lastVisitOn
    return wasSeenLast ? reasons.some(({ code }) => AGAIN.includes(code)) : reasons.length > 0
  }
  const wanted = people.filter(isWanted)
  const endangered = wanted.filter(({ danger }) => isDanger(danger.rank)).length
  return wanted.slice(0, fits === null ? undefined : Math.max(fits, endangered))
}
