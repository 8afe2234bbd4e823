import { describe, expect, it } from 'vitest'
import { progressOf, toProgressWord } from './goal.rules'

const step = (goalId: string | null, isDone: boolean) => ({ goalId, done: isDone ? { by: 'x' } : null })

describe('the progress of a goal', () => {
  it.each([
    {
      intention: 'without a step',
      tasks: [step(null, true), step('b', true)],
      steps: 0,
      done: 0,
      word: 'none',
    },
    {
      intention: 'begun',
      tasks: [step('a', true), step('a', false), step('b', true)],
      steps: 2,
      done: 1,
      word: 'some',
    },
    { intention: 'not begun', tasks: [step('a', false)], steps: 1, done: 0, word: 'some' },
    { intention: 'all done', tasks: [step('a', true), step('a', true)], steps: 2, done: 2, word: 'all' },
  ])('$intention', ({ tasks, steps, done, word }) => {
    expect(progressOf('a', tasks)).toEqual({ steps, done })
    expect(toProgressWord({ steps, done })).toBe(word)
  })
})
