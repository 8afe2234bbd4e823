import { describe, expect, it } from 'vitest'
import { aFact } from '@/tests/support/given/facts'
import { filterFacts, growth, yearsOf, yearsWithFacts } from './fact.rules'

const same = (text: string) => ({ en: text, fr: text, nl: text, de: text })

const all = { topic: null, year: null, text: '' }

describe('the table of facts', () => {
  const minors = aFact({
    slug: 'minors',
    topic: 'uam',
    label: { ...same('Minors from Eritrea'), fr: 'Mineurs d’Érythrée' },
    periodStart: '2016-01-01',
    periodEnd: '2017-12-31',
  })
  const undated = aFact({ slug: 'undated', periodStart: null, periodEnd: null, periodText: null })
  const facts = [aFact({ slug: 'asylum' }), minors, undated]

  it('finds a figure by any word of the trade, in whatever language it is looked for', () => {
    const rate = aFact({ slug: 'rate', words: ['reconnaissance', 'erkenning', 'Anerkennungsquote'] })
    for (const text of ['reconn', 'ERKENNING', 'anerkennung'])
      expect(filterFacts([...facts, rate], { ...all, text }, 'en')).toEqual([rate])
  })

  it('shows everything without a filter, in the order of the profile', () => {
    expect(filterFacts(facts, all, 'en')).toEqual(facts)
  })

  it('finds words without their accents and in any case, in the language of the page', () => {
    expect(filterFacts(facts, { ...all, text: 'ERYTHREE mineurs' }, 'fr')).toEqual([minors])
    expect(filterFacts(facts, { ...all, text: 'erythree' }, 'en')).toEqual([])
  })

  it('finds a period by any of its years, and never an undated fact by a year', () => {
    expect(yearsOf(minors)).toEqual([2016, 2017])
    expect(filterFacts(facts, { ...all, year: 2017 }, 'en')).toEqual([minors])
    expect(filterFacts([undated], { ...all, year: 2018 }, 'en')).toEqual([])
  })

  it('wants topic and year and words together', () => {
    expect(filterFacts(facts, { topic: 'uam', year: 2018, text: '' }, 'en')).toEqual([])
    expect(filterFacts(facts, { topic: 'uam', year: 2016, text: 'eritrea' }, 'en')).toEqual([minors])
  })

  it('offers each year once, newest first', () => {
    expect(yearsWithFacts(facts)).toEqual([2018, 2017, 2016])
  })

  it('computes a change from the earlier figure', () => {
    expect(growth(19688, 23443)).toBeCloseTo(19.07, 2)
    expect(growth(23443, 27742)).toBeCloseTo(18.34, 2)
  })
})
