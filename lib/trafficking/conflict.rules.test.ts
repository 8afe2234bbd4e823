import { expect, it } from 'vitest'
import { couldBe } from './conflict.rules'

it.each([
  ['Invented Boss', 'invented  BOSS', true],
  ['Boss Invented', 'Invented Boss', true],
  ['Boss', 'Invented Boss', true],
  ['Invénted Böss', 'Invented Boss', true],
  ['Invented Other', 'Invented Boss', false],
  ['', 'Invented Boss', false],
  ['B', 'B Invented', false],
])('%s and %s: %s', (typed, kept, is) => {
  expect(couldBe(typed, kept)).toBe(is)
})
