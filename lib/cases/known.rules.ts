/** What a file knew on a day: everything that was written down by its end, and had not been withdrawn by then. */
import type { Claim } from '@/lib/people/withdrawal.rules'
import { type Day, dayOf } from '@/lib/shared/dates'

export const stoodOn = (
  { recordedAt, withdrawn }: Pick<Claim, 'recordedAt' | 'withdrawn'>,
  day: Day,
): boolean => dayOf(recordedAt) <= day && (withdrawn === null || dayOf(withdrawn.at) > day)

type Handed = { readonly at: Date; readonly from: string; readonly to: string }
/** Who worked on it when the day ended. @param handed in any order @param now who does today */
export const workerOn = (handed: readonly Handed[], now: string, day: Day): string =>
  handed.toSorted((a, b) => a.at.getTime() - b.at.getTime()).find(({ at }) => dayOf(at) > day)?.from ?? now

type Turned = { readonly at: Date; readonly isClosed: boolean }
export const wasClosedOn = (turned: readonly Turned[], day: Day): boolean =>
  turned.filter(({ at }) => dayOf(at) <= day).toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
    ?.isClosed ?? false
