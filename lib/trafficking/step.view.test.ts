import { describe, expect, it } from 'vitest'
import { answeredAll } from './account.schema'
import { fieldsOf, isDone, isSameIn, resumeAt, withStep } from './step.view'
import { STEPS } from './vocabulary.rules'

const written = (change = {}, words = '') => ({
  answers: { ...answeredAll('not_asked'), ...change },
  words,
  reading: '',
})

describe('the steps of an account', () => {
  it('ask every question once', () => {
    const asked = STEPS.codes.flatMap((step) => Object.keys(fieldsOf(step, written())))
    expect(asked.toSorted()).toEqual(
      [...Object.keys(answeredAll('not_asked')), 'words', 'reading'].toSorted(),
    )
  })

  it('are written one by one: the others stay as they were', () => {
    const before = written({ danger: 'yes', region: 'brussels', choice: 'wants_time' }, 'their words')
    const typed = written({ danger: 'no', region: '', choice: 'declines' }, 'other words')
    expect(withStep('safety', before, typed)).toEqual(
      written({ danger: 'no', region: '', choice: 'wants_time' }, 'their words'),
    )
    expect(withStep('signs', before, typed)).toEqual(before)
    expect(withStep('choice', before, typed)).toEqual(
      written({ danger: 'yes', region: 'brussels', choice: 'declines' }, 'other words'),
    )
  })

  it('are the same where a colleague wrote another one', () => {
    const [one, other] = [written(), written({ choice: 'declines' })]
    expect(isSameIn('safety', one, other)).toBe(true)
    expect(isSameIn('choice', one, other)).toBe(false)
  })

  it('are resumed at the first one without anything', () => {
    expect(resumeAt(null, 0)).toBe('safety')
    expect(resumeAt(written({ held: 'yes' }), 0)).toBe('signs')
    expect(resumeAt(written({ held: 'yes' }), 2)).toBe('choice')
    expect(resumeAt(written({ held: 'yes', choice: 'too_early' }), 2)).toBe('safety')
    // Their words alone answer nothing that a centre asks.
    expect(isDone('safety', written({}, 'words'), 0)).toBe(false)
    expect(isDone('choice', written({}, 'words'), 0)).toBe(true)
  })
})
