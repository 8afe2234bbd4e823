import { describe, expect, it } from 'vitest'
import { isFirstHour } from './first-steps.rules'

const steps = (...done: readonly boolean[]) => done.map((isDone) => ({ isDone }))

describe('the first steps', () => {
  it.each([
    { intention: 'are shown to someone who begins', of: steps(true, false, false, false), is: true },
    { intention: 'are over when half is done', of: steps(true, true, false, false), is: false },
    { intention: 'are none of a guest', of: [], is: false },
  ])('$intention', ({ of, is }) => {
    expect(isFirstHour(of)).toBe(is)
  })
})
