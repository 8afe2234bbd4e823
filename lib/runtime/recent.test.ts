import { expect, it } from 'vitest'
import { openRecent } from './recent'

it('tells what 95 of 100 stay below in the last minute, and nothing of a few', () => {
  let clock = 0
  const recent = openRecent(60_000, () => clock)
  for (let value = 1; value < 10; value++) recent.add(value)
  expect(recent.p95()).toBeNull()
  for (let value = 10; value <= 100; value++) recent.add(value)
  expect(recent.p95()).toBe(95)
  clock = 60_001
  expect(recent.p95()).toBeNull()
})
