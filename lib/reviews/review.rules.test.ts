import { describe, expect, it } from 'vitest'
import { reviewAfter, toDueOn, toExcerpt, toPace, toTally } from './review.rules'

const today = '2026-11-24'

describe('when a file is looked at again', () => {
  it('is sooner the greater the risk, and soon when the word is unknown', () => {
    expect(
      ['low', 'medium', 'high', 'no such word'].map((risk) =>
        reviewAfter(risk, { high: 7, medium: 14, low: 30 }),
      ),
    ).toEqual([30, 14, 7, 7])
  })

  it('is counted from today', () => {
    expect(toDueOn('0', today)).toBe(today)
    expect(toDueOn('14', today)).toBe('2026-12-08')
    expect(toDueOn('none', today)).toBeNull()
  })
})

describe('what is shown', () => {
  it('cuts a note after 300 characters and none of them in half', () => {
    expect(toExcerpt('a'.repeat(300))).toBe('a'.repeat(300))
    expect(toExcerpt('a'.repeat(301))).toBe(`${'a'.repeat(300)}…`)
    expect(toExcerpt('🕊'.repeat(301))).toBe(`${'🕊'.repeat(300)}…`)
  })

  it('counts decisions and what is left', () => {
    expect(toTally(['fine', 'fine', 'ask', 'step', null])).toEqual({
      fine: 2,
      task: 0,
      step: 1,
      ask: 1,
      close: 0,
      left: 1,
    })
  })

  it('says seconds as minutes and seconds', () => {
    expect(toPace(250)).toEqual({ minutes: 4, seconds: 10 })
    expect(toPace(59.9)).toEqual({ minutes: 0, seconds: 59 })
  })
})
