import fc from 'fast-check'
import { it } from 'vitest'
import { live, steps } from '../support/device/history'

it('5,000 more histories of two accounts on one device', async () => {
  await fc.assert(
    fc.asyncProperty(steps, (history) => live(history)),
    { numRuns: 5_000 },
  )
})
