import { describe, expect, it } from 'vitest'
import { answersOf } from './merge.rules'

describe('of two answers about one person', () => {
  it.each([
    ['both are to choose from when both were said', 'f', 'm', ['f', 'm']],
    ['the same is no choice', 'f', 'f', ['f']],
    ['an answer stands before a silence, whichever side it is on', 'declined', 'x', ['x']],
    ['an answer stands before a silence, whichever side it is on', 'yes', 'not_asked', ['yes']],
    [
      'two silences are to choose from: that she declined is more than that nobody asked',
      'declined',
      'unknown',
      ['declined', 'unknown'],
    ],
  ])('%s', (_, one, other, told) => {
    expect(answersOf(one, other)).toEqual(told)
  })
})
