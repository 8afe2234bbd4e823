import fc from 'fast-check'
import { expect, it } from 'vitest'
import { givenRandom } from '@/tests/support/given/population'
import { toPush } from './push.rules'
import { type Statement, sumOf } from './statement.rules'

it('pushes people about and never past what a statement says', () => {
  const columns = fc.uniqueArray(fc.nat(5), { minLength: 1 })
  const known = fc.record({
    from: fc.array(fc.nat(30), { minLength: 6, maxLength: 6 }),
    said: fc.array(fc.record({ plus: columns, minus: columns, below: fc.nat(9), above: fc.nat(9) })),
    seed: fc.nat(),
  })
  let moved = 0
  fc.assert(
    fc.property(known, ({ from, said, seed }) => {
      const statements = said.map(({ plus, minus, below, above }): Statement => {
        const one = { plus, minus, lower: 0, upper: 0, width: 5 }
        return { ...one, lower: sumOf(one, from) - below, upper: sumOf(one, from) + above }
      })
      const random = givenRandom(seed)
      const push = toPush({ columns: 6, statements }, 5)
      let at = from
      for (let n = 0; n < 10; n++) {
        at = push(at, () => (random() < 0.5 ? 1 : -1))
        expect(Math.min(...at)).toBeGreaterThanOrEqual(0)
        for (const one of statements) {
          expect(sumOf(one, at)).toBeGreaterThanOrEqual(one.lower)
          expect(sumOf(one, at)).toBeLessThanOrEqual(one.upper)
        }
      }
      if (at.join() !== from.join()) moved += 1
    }),
  )
  expect(moved).toBeGreaterThan(50)
})
