import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { live, steps } from '../../tests/support/drafts/history'

// Time is a step of the history, never a wait.
beforeAll(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterAll(() => vi.useRealTimers())

it('200 histories of two people, two devices, kills, expiry, conflicts, lost replies and full disks lose nothing', async () => {
  await fc.assert(
    fc.asyncProperty(steps, (history) => live(history)),
    { numRuns: 200 },
  )
}, 120_000)

it('the histories see it when the server forgets its receipts', async () => {
  const forgetful = fc.asyncProperty(steps, (history) => live(history, { keepsReceipts: false }))
  const { failed } = await fc.check(forgetful, { numRuns: 500, endOnFailure: true })
  expect(failed).toBe(true)
}, 120_000)
