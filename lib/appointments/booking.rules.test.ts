import { describe, expect, it } from 'vitest'
import { bookedCode, bookingFiguresOf, isUnconfirmed, toBooked } from './booking.rules'

const [A, B] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b']

describe('who interprets', () => {
  it.each(['', `staff:${A}`, `partner:${A}`, `partner:${A}:${B}`])('is one choice: %s', (typed) => {
    const read = toBooked(typed)
    expect(read === null ? null : bookedCode(read)).toBe(typed)
  })
  it.each([
    A,
    'staff:',
    'staff:x',
    `staff:${A}:${B}`,
    `partner:${A}:`,
    `partner:${A}:${B}:${A}`,
    `other:${A}`,
  ])('is not read from %s', (typed) => expect(toBooked(typed)).toBeNull())
  it('is missing until they have promised, where one is needed', () => {
    const of = (interpreterState: string | null, needsInterpreter = true) =>
      isUnconfirmed({ needsInterpreter, interpreterState })
    expect([null, 'asked', 'did_not_come'].map((state) => of(state))).toEqual([true, true, true])
    expect(['promised', 'came'].map((state) => of(state))).toEqual([false, false])
    expect(of(null, false)).toBe(false)
  })
})

it('what was asked of a partner is counted by its answer', () => {
  const row = (interpreterState: string | null, on: string, state: 'planned' | 'kept' = 'planned') => ({
    interpreterState,
    on,
    state,
  })
  expect(
    bookingFiguresOf([
      row(null, '2026-12-31'),
      row('asked', '2026-12-03'),
      row('asked', '2026-11-03', 'kept'),
      row('promised', '2026-12-09'),
      row('came', '2026-11-01', 'kept'),
      row('did_not_come', '2026-11-02', 'kept'),
    ]),
  ).toEqual({ asked: 5, waiting: 1, promised: 1, came: 1, didNotCome: 1, lastOn: '2026-12-09' })
})
