import { describe, expect, it } from 'vitest'
import { toWeight } from './complexity.rules'

const quiet = { risk: 'low', people: 1, isDetained: false, hasWorry: false }

describe('the weight of a file', () => {
  it.each([
    ['a quiet file of one person', quiet, 2],
    ['one at medium risk', { ...quiet, risk: 'medium' }, 3],
    ['one whose risk no list knows, like medium', { ...quiet, risk: 'unheard_of' }, 3],
    ['one at high risk', { ...quiet, risk: 'high' }, 4],
    ['one in a closed centre', { ...quiet, isDetained: true }, 3],
    ['one with an unanswered worry', { ...quiet, hasWorry: true }, 3],
    ['a family of three', { ...quiet, people: 3 }, 4],
    ['a family of nine, capped', { ...quiet, people: 9 }, 5],
    ['a file in which nobody stands yet', { ...quiet, people: 0 }, 2],
    ['everything at once', { risk: 'high', people: 9, isDetained: true, hasWorry: true }, 9],
  ])('%s', (_what, burden, points) => {
    expect(toWeight(burden)).toBe(points)
  })
})
