import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '@/lib/shared/dates'
import { UNTOLD } from '../../tests/support/given/event-rows'
import { countDays } from './counter.rules'
import { current, type DetentionEvent } from './event.rules'
import { ORDER_KINDS } from './vocabulary.rules'

const FIRST: Day = '2026-01-01'
const SPAN = 400

type Written = {
  readonly kind: 'order' | 'suspended' | 'resumed'
  readonly on: number
  readonly order: number
}
const written: fc.Arbitrary<Written> = fc.record({
  kind: fc.constantFrom('order', 'order', 'suspended', 'resumed'),
  on: fc.integer({ min: 0, max: SPAN }),
  order: fc.integer({ min: 0, max: ORDER_KINDS.codes.length - 1 }),
})
const chain = fc.array(written, { maxLength: 14 })

const toRow = ({ kind, on, order }: Written, index: number): DetentionEvent => ({
  ...UNTOLD,
  id: String(index).padStart(3, '0'),
  kind: kind === 'order' ? 'ordered' : kind,
  on: { form: 'exact', day: addDays(FIRST, on) },
  orderKind: kind === 'order' ? (ORDER_KINDS.codes[order] ?? 'initial') : null,
  ground: kind === 'order' ? 'art_7' : null,
})

/**
 * The same, walked day by day as one would with a pencil: on each day read what was written that day, in the order in which
 * it was written, then put a stroke.
 */
const recount = (events: readonly Written[], start: number, last: number) => {
  let under = 0
  let runs = false
  let isStill = false
  let total = 0
  for (let day = 0; day <= last; day++) {
    for (const { kind, on, order } of events) {
      if (on !== day) continue
      if (kind === 'suspended') isStill = true
      if (kind === 'resumed') isStill = false
      if (kind === 'order' && ORDER_KINDS.codes[order] !== 'extension') {
        under = 0
        runs = true
      }
    }
    if (day >= start) total += 1
    if (runs && !isStill) under += 1
  }
  return { total, under: runs ? under : null }
}

/** An order of the future, and an extension of nothing, change what the last series is: those chains have other tests. */
const isPlain = (events: readonly Written[], last: number): boolean =>
  events.every(({ on }) => on <= last) &&
  [...events].sort((a, b) => a.on - b.on).find(({ kind }) => kind === 'order')?.order !== 1

describe('the day counter', () => {
  it('agrees with a count by pencil on any chain of orders and suspensions', () => {
    fc.assert(
      fc.property(
        chain,
        fc.integer({ min: 0, max: SPAN }),
        fc.integer({ min: 0, max: SPAN }),
        (events, a, b) => {
          const [start, last] = a < b ? [a, b] : [b, a]
          const known = events.filter(({ on }) => on <= last)
          fc.pre(isPlain(known, last))
          const counter = countDays(current(known.map(toRow)), {
            start: addDays(FIRST, start),
            end: null,
            today: addDays(FIRST, last),
          })
          const byPencil = recount(known, start, last)
          expect(counter.total).toBe(byPencil.total)
          expect(counter.underOrder).toBe(byPencil.under)
        },
      ),
      { numRuns: 600 },
    )
  })

  it('grows by no more than a day a day, and never says less than nothing', () => {
    fc.assert(
      fc.property(chain, fc.integer({ min: 0, max: SPAN }), (events, last) => {
        const rows = current(events.filter(({ on }) => on <= last).map(toRow))
        const at = (today: Day) => countDays(rows, { start: FIRST, end: null, today })
        const [one, next] = [at(addDays(FIRST, last)), at(addDays(FIRST, last + 1))]
        expect((next.total ?? 0) - (one.total ?? 0)).toBe(1)
        const grown = (next.underOrder ?? 0) - (one.underOrder ?? 0)
        expect(grown === 0 || grown === 1).toBe(true)
        expect(one.underOrder ?? 0).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })

  it('tells steps that add up to what it says', () => {
    fc.assert(
      fc.property(chain, (events) => {
        const today = addDays(FIRST, SPAN)
        const { steps, total, underOrder } = countDays(current(events.map(toRow)), {
          start: FIRST,
          end: null,
          today,
        })
        expect(steps.find(({ code }) => code === 'total')).toMatchObject({ days: total })
        const told = steps.flatMap((step) => (step.code === 'underOrder' ? [step.days] : []))
        expect(told).toEqual(underOrder === null ? [] : [underOrder])
      }),
      { numRuns: 200 },
    )
  })
})
