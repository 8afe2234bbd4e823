import { describe, expect, it } from 'vitest'
import { UnknownCode } from '@/lib/shared/vocabulary'
import { checkSecrecy, dayOfStay, isClosed, latest, toDue } from './case.rules'
import { bySeverity } from './severity.rules'

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
  it('puts the worst first, and refuses to order what it does not know', () => {
    const severities = ['info', 'critical', 'watch', 'serious'].map((severity) => ({ severity }))
    expect(() => [...severities, { severity: 'fatal' }].sort(bySeverity)).toThrow(UnknownCode)
    expect(severities.sort(bySeverity).map(({ severity }) => severity)).toEqual([
      'critical',
      'serious',
      'watch',
      'info',
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
