import { expect, it } from 'vitest'
import { checkPassword, MAX_LENGTH } from '@/lib/accounts/password.rules'

/** Milliseconds that judging takes: the median of fifty times. */
const timeOf = (typed: string): number => {
  const times = Array.from({ length: 50 }, () => {
    const started = performance.now()
    checkPassword(typed, { minimum: 15, words: ['Havenlicht vzw'] })
    return performance.now() - started
  }).sort((a, b) => a - b)
  return times[25] ?? Number.NaN
}

// A sign-in page judges what strangers send: no password may cost more than its length, and one that is too long costs nothing.
it('a password that repeats itself is judged as quickly as any of its length, and a megabyte more quickly', () => {
  const usual = timeOf('lantern gravel piano otter '.repeat(38).slice(0, MAX_LENGTH))
  for (const typed of ['ab'.repeat(511), 'a'.repeat(1023).concat('b'), 'ab1ab2'.repeat(170)])
    expect(timeOf(typed) / usual).toBeLessThan(50)
  expect(timeOf('x7'.repeat(500_000)) / usual).toBeLessThan(5)
})
