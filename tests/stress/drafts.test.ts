import fc from 'fast-check'
import { afterAll, beforeAll, it, vi } from 'vitest'
import { live, steps } from '../support/drafts/history'

beforeAll(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterAll(() => vi.useRealTimers())

it('3,000 more histories of drafts and outbox lose nothing', async () => {
  await fc.assert(
    fc.asyncProperty(steps, (history) => live(history)),
    { numRuns: 3_000 },
  )
})
