import fc from 'fast-check'
import { it } from 'vitest'
import { live, steps } from '../../tests/support/device/history'

it('200 histories of two accounts on one device lose nothing, double nothing and show nothing to another', async () => {
  await fc.assert(
    fc.asyncProperty(steps, (history) => live(history)),
    { numRuns: 200 },
  )
})
