import { expect, it } from 'vitest'
import { WAYS, wayLike } from './activity.rules'

it('proposes to someone who is held no way that says they were elsewhere, and leaves it as it was for the others', () => {
  expect(WAYS.codes.map((way) => wayLike(way, true))).not.toContain('reception')
  expect(wayLike('reception', true)).toBe('phone')
  expect(wayLike('court', true)).toBe('court')
  for (const way of WAYS.codes) expect(wayLike(way, false)).toBe(way)
})
