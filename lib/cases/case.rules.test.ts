import { describe, expect, it } from 'vitest'
import {
  bySeverity,
  checkSecrecy,
  dayOfStay,
  isClosed,
  latest,
  SEVERITIES,
  toDue,
  toSeverity,
} from './case.rules'

const today = '2026-11-24'

describe('next steps', () => {
  it.each([
    { intention: 'none planned', on: null, due: { state: 'none', days: 0 } },
    { intention: 'three days late', on: '2026-11-21', due: { state: 'late', days: 3 } },
    { intention: 'for today', on: '2026-11-24', due: { state: 'today', days: 0 } },
    { intention: 'over a month end', on: '2026-12-01', due: { state: 'ahead', days: 7 } },
  ])('$intention', ({ on, due }) => {
    expect(toDue(on, today)).toEqual(due)
  })
})

describe('contact and stay', () => {
  it('takes the latest day, and knows when there was none', () => {
    expect(latest('2026-11-02', null, '2026-11-20', undefined)).toBe('2026-11-20')
    expect(latest(null, undefined)).toBeNull()
  })

  it('counts the day of arrival as the first', () => {
    expect(dayOfStay('2026-10-31', today)).toBe(25)
    expect(dayOfStay(today, today)).toBe(1)
  })
})

describe('signals and files', () => {
  it('puts the worst first and an unknown word last', () => {
    const severities = ['info', 'critical', 'odd', 'watch', 'serious'].map((severity) => ({ severity }))
    expect(severities.sort(bySeverity).map(({ severity }) => severity)).toEqual([
      'critical',
      'serious',
      'watch',
      'info',
      'odd',
    ])
  })

  it('a trafficking file is never open to the whole team', () => {
    expect(checkSecrecy('thb', 'open')).toBe('needsSecrecy')
    expect(checkSecrecy('thb', 'sealed')).toBe('ok')
    expect(checkSecrecy('detention', 'open')).toBe('ok')
  })

  it('knows which files are closed', () => {
    expect(['active', 'closed', 'archived', 'on_hold'].filter(isClosed)).toEqual(['closed', 'archived'])
  })
})

it('a severity is one that the database knows, and no other is shown as a mild one', () => {
  expect(SEVERITIES.map(toSeverity)).toEqual([...SEVERITIES])
  for (const text of ['', 'Critical', 'fatal']) expect(() => toSeverity(text)).toThrow('no severity')
})
