import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { live, type Step, steps } from '../../tests/support/drafts/history'

// Time is a step of the history, never a wait.
beforeAll(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterAll(() => vi.useRealTimers())

/** Found by chance once: a full device writes on by the server alone while another device throws away what it saw before. */
const STALE_DISCARD: Step[] = [
  { kind: 'full', device: 0, isFull: true },
  { kind: 'open', device: 0, form: 0 },
  { kind: 'type', page: 0 },
  { kind: 'open', device: 1, form: 0 },
  { kind: 'type', page: 0 },
  { kind: 'discard', page: 1 },
]
/** The same with the older text taken up instead of thrown away. */
const STALE_KEEP: Step[] = [...STALE_DISCARD.slice(0, -1), { kind: 'keep', page: 1 }]

it('200 histories of two people, two devices, kills, expiry, conflicts, lost replies and full disks lose nothing', async () => {
  await fc.assert(
    fc.asyncProperty(steps, (history) => live(history)),
    { numRuns: 200, examples: [[STALE_DISCARD], [STALE_KEEP]] },
  )
}, 120_000)

it('the histories see it when the server forgets its receipts', async () => {
  const forgetful = fc.asyncProperty(steps, (history) => live(history, { keepsReceipts: false }))
  const { failed } = await fc.check(forgetful, { numRuns: 500, endOnFailure: true })
  expect(failed).toBe(true)
}, 120_000)
