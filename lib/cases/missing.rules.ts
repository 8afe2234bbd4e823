import type { Day } from '@/lib/shared/dates'
import { isKnown, type When } from '@/lib/shared/when/when.rules'

/** A row that says that a person is missing, or was found: of the register of guardianship, and danger for every page of the file. */
type Sign = {
  readonly id: string
  readonly kind: string
  readonly on: When | null
  readonly at: string | null
  readonly standsOn: Day
  readonly concerns: string | null
}

/** By its day, where that is known to the day, else the one it stands on; then as it was written. */
const keyOf = ({ id, on, at, standsOn }: Sign): string =>
  [isKnown(on) && on.form === 'exact' ? on.day : standsOn, at ?? '', id].join(' ')

/** Of one person, from the rows that stand: the last disappearance, unless someone has said that the person is found. */
export const missingOf = <E extends Sign>(rows: readonly E[]): E | null => {
  const all = rows.filter(({ kind }) => kind === 'missing').sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const last = all.at(-1) ?? null
  return rows.some(({ kind, concerns }) => kind === 'found' && concerns === last?.id) ? null : last
}
