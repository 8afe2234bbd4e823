import type { ActOfRow } from '@/lib/deadlines/settle.rules'
import type { When } from '@/lib/shared/when/when.rules'
import type { Matter, Step } from './matter.rules'

/** A return that has happened answers an order to leave: the one act by which a register moves a clock (docs/adr/0034). */

type Departure = {
  readonly id: string
  readonly matter: Matter
  readonly kind: Step
  /** Null: everyone of the file. */
  readonly personId: string | null
  readonly on: When | null
}

/** Detention has an end of its own, which its room records: a departure by itself stops none of its limits. */
const FAMILY = 'order_to_leave'

/**
 * What the current steps say to the clocks; `people` are those who are in the file. An order concerns them all, so it is
 * answered once the last of them has left, on a day that is known to the day.
 */
export const departuresOf = (steps: readonly Departure[], people: readonly string[]): readonly ActOfRow[] => {
  const left = steps
    .filter(({ matter, kind }) => matter === 'voluntary_return' && kind === 'left')
    .flatMap(({ id, personId, on }) => {
      return on?.form === 'exact' ? [{ id, personId, day: on.day }] : []
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const firstOf = people.map((person) =>
    left.find(({ personId }) => personId === null || personId === person),
  )
  const last = left.findLast((one) => firstOf.includes(one))
  if (last === undefined || firstOf.includes(undefined)) return []
  return [
    {
      act: 'territory_left',
      on: last.day,
      entry: { kind: 'matter_step', id: last.id },
      concerns: ({ family }) => family === FAMILY,
    },
  ]
}
