/** What a file knew on a day: everything that was written down by its end, and had not been withdrawn by then. */

import type { Claim } from '@/lib/people/withdrawal.rules'
import { type Day, dayOf } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

export const stoodOn = (
  { recordedAt, withdrawn }: Pick<Claim, 'recordedAt' | 'withdrawn'>,
  day: Day,
): boolean => dayOf(recordedAt) <= day && (withdrawn === null || dayOf(withdrawn.at) > day)

/** Something that took the place of what had stood there. */
export type Overwritten<Value> = { readonly at: Date; readonly was: Value }
/** What stood when the day ended. @param rows in any order @param now what stands today */
export const valueOn = <Value>(rows: readonly Overwritten<Value>[], now: Value, day: Day): Value => {
  const next = rows.toSorted((a, b) => a.at.getTime() - b.at.getTime()).find(({ at }) => dayOf(at) > day)
  return next === undefined ? now : next.was
}
/** Each with what took its place. @param rows the oldest first @param now what stands today */
export const withNext = <Value, Row extends Overwritten<Value>>(
  rows: readonly Row[],
  now: Value,
): (Row & { readonly now: Value })[] =>
  rows.map((row, index) => ({ ...row, now: (rows[index + 1] ?? { was: now }).was }))

/** Single values of a file, as those of a person: what is written there takes the place of what stood (docs/adr/0084). */
export const FILE_FIELDS = vocabulary('cases.file-fields', ['kind', 'status', 'risk', 'secrecy'])
export type FileField = CodeOf<typeof FILE_FIELDS>

type Turned = { readonly at: Date; readonly isClosed: boolean }
export const wasClosedOn = (turned: readonly Turned[], day: Day): boolean =>
  turned.filter(({ at }) => dayOf(at) <= day).toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
    ?.isClosed ?? false
