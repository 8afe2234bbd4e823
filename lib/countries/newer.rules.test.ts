import { describe, expect, it } from 'vitest'
import { aFact } from '@/tests/support/given/facts'
import { agingFacts, missedOf, sayPeriod, withNewer } from './newer.rules'
import { toNumber } from './newer.schema'
import { isMoved, yearlyOf } from './newest.rules'

const newer = (version: number, year: number, withdrawn: string | null = null) => ({
  fact: 'asylum',
  value: version * 100,
  valueMin: null,
  valueMax: null,
  qualifier: 'exact' as const,
  periodStart: `${year}-01-01`,
  periodEnd: `${year}-12-31`,
  source: 'Invented office',
  address: 'https://example.org',
  sourceOn: '2025-01-02',
  note: null,
  version,
  agreedOn: '2026-11-26',
  withdrawn,
})
const fact = aFact({ slug: 'asylum', contradictions: ['two'] })

describe('a newer figure', () => {
  it('stands in the place of the older, with source, period and version, and keeps it beside', () => {
    const now = withNewer(fact, [newer(2, 2023), newer(3, 2024)])
    expect(now).toMatchObject({ value: 300, version: 3, profileLine: null, contradictions: [] })
    expect(now.periodText?.de).toBe('2024')
    expect(now.editions.map(({ version }) => version)).toEqual([2, 1])
    expect(isMoved(now)).toBe(true)
  })

  it('does not stand once it is withdrawn, and keeps a dispute about the same year', () => {
    expect(withNewer(fact, [newer(2, 2024, 'wrong')]).value).toBe(1)
    const same = withNewer(fact, [newer(2, 2018)])
    expect([same.value, same.contradictions, isMoved(same)]).toEqual([200, ['two'], false])
  })

  it('says one thing of each year, and nothing of what was withdrawn', () => {
    const now = withNewer(fact, [newer(2, 2024), newer(3, 2024), newer(4, 2022, 'wrong')])
    expect(yearlyOf(now).map(({ periodStart, value }) => [periodStart, value])).toEqual([
      ['2024-01-01', 300],
      ['2018-01-01', 1],
    ])
  })
})

describe('a period', () => {
  it('is said by years, months or days, whichever is whole', () => {
    expect(sayPeriod('2024-01-01', '2024-12-31').fr).toBe('2024')
    expect(sayPeriod('2023-01-01', '2024-12-31').nl).toBe('2023–2024')
    expect(sayPeriod('2024-03-01', '2024-03-31').en).toBe('March\u00a02024')
    expect(sayPeriod('2024-01-01', '2024-06-30').de).toBe('Januar\u00a02024 – Juni\u00a02024')
    expect(sayPeriod('2024-03-05', '2024-03-05').fr).toBe('5\u00a0mars\u00a02024')
  })
})

describe('the age of a figure', () => {
  it('is counted in periods of its own length, a year at least', () => {
    expect(missedOf(fact, '2019-12-30')).toBe(0)
    expect(missedOf(fact, '2020-01-01')).toBe(1)
    expect(
      missedOf(aFact({ slug: 'x', periodStart: '2013-01-01', periodEnd: '2015-12-31' }), '2026-11-26'),
    ).toBe(3)
    expect(
      missedOf(aFact({ slug: 'y', periodStart: '2018-03-24', periodEnd: '2018-03-24' }), '2019-03-26'),
    ).toBe(1)
    expect(missedOf(aFact({ slug: 'z', periodStart: null, periodEnd: null }), '2026-11-26')).toBeNull()
  })

  it('is asked of the last of each series, oldest first', () => {
    const later = aFact({ slug: 'later', periodStart: '2019-01-01', periodEnd: '2019-12-31' })
    const other = aFact({ slug: 'other', geography: 'NL' })
    const year = aFact({ slug: 'year', unit: 'year' })
    expect(agingFacts([later, fact, other, year]).map(({ slug }) => slug)).toEqual(['other', 'later'])
  })
})

describe('a typed number', () => {
  it('is read with either sign, and not where the sign could mean thousands', () => {
    expect(['27 742', '36,9', '0,919', '27742'].map(toNumber)).toEqual([27742, 36.9, 0.919, 27742])
    expect(['27.742', '27,742', '-3', '1e5', 'many', ''].map(toNumber).every(Number.isNaN)).toBe(true)
  })
})
