import { describe, expect, it } from 'vitest'
import { stoodOn, valueOn, wasClosedOn, withNext } from './known.rules'

const at = (day: string, hour = '12:00') => new Date(`${day}T${hour}:00+01:00`)

describe('what stood on a day', () => {
  const claim = {
    recordedAt: at('2026-03-02'),
    withdrawn: { at: at('2026-03-10'), because: 'misread' as const },
  }
  it.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-09', true],
    ['2026-03-10', false],
  ])('%s: %s', (day, stood) => expect(stoodOn(claim, day)).toBe(stood))
  it('is counted by the days of Brussels', () => {
    const late = { recordedAt: new Date('2026-03-02T23:30:00Z'), withdrawn: null }
    expect(stoodOn(late, '2026-03-02')).toBe(false)
    expect(stoodOn(late, '2026-03-03')).toBe(true)
  })
})

describe('what took the place of something', () => {
  const replaced = [
    { at: at('2026-04-01'), was: 'Bea' },
    { at: at('2026-02-01'), was: 'Ada' },
  ]
  it.each([
    ['2026-01-31', 'Ada'],
    ['2026-02-01', 'Bea'],
    ['2026-03-31', 'Bea'],
    ['2026-04-01', 'Cas'],
  ])('on %s %s stood', (day, name) => expect(valueOn(replaced, 'Cas', day)).toBe(name))
  it('is what stands today, when nothing was ever written over', () =>
    expect(valueOn([], 'Ada', '2026-01-01')).toBe('Ada'))
  it('may have been nothing', () => {
    const first = [{ at: at('2026-02-01'), was: null }]
    expect(valueOn(first, 'Ada', '2026-01-31')).toBe(null)
    expect(withNext<string | null, (typeof first)[number]>(first, 'Ada')).toEqual([
      { ...first[0], now: 'Ada' },
    ])
  })
  it('was followed by what stood next, the last by what stands today', () =>
    expect(withNext(replaced.toReversed(), 'Cas').map(({ was, now }) => [was, now])).toEqual([
      ['Ada', 'Bea'],
      ['Bea', 'Cas'],
    ]))
})

describe('a file', () => {
  const turned = [
    { at: at('2026-05-01'), isClosed: false },
    { at: at('2026-04-01'), isClosed: true },
  ]
  it.each([
    ['2026-03-31', false],
    ['2026-04-01', true],
    ['2026-05-01', false],
  ])('was closed on %s: %s', (day, isClosed) => expect(wasClosedOn(turned, day)).toBe(isClosed))
})
