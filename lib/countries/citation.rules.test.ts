import { describe, expect, it } from 'vitest'
import { type Citation, toCitation } from './citation.rules'

const citation: Citation = {
  label: 'Applications for international protection',
  figure: '23,443 applications',
  place: 'Belgium',
  period: '2018',
  source: 'CGRS',
  document: 'Country profile Belgium',
  consultedOn: '2026-11-24',
  path: '/countries/be/facts/asylum-applications-2018-b',
  disputed: false,
  derived: false,
}

describe('a citation', () => {
  it('stands alone: figure, year, source, document, day and place', () => {
    expect(toCitation(citation, 'en')).toBe(
      'Applications for international protection (Belgium): 23,443 applications, 2018. Source: CGRS. ' +
        'In: Country profile Belgium, consulted on 24\u00a0November\u00a02026, Accompany /countries/be/facts/asylum-applications-2018-b.',
    )
  })

  it.each([
    { locale: 'en', day: '24\u00a0November\u00a02026', unnamed: 'no source given', undated: 'no year given' },
    {
      locale: 'fr',
      day: '24\u00a0novembre\u00a02026',
      unnamed: 'source non indiquée',
      undated: 'année non indiquée',
    },
    {
      locale: 'nl',
      day: '24\u00a0november\u00a02026',
      unnamed: 'geen bron vermeld',
      undated: 'geen jaar vermeld',
    },
    {
      locale: 'de',
      day: '24.\u00a0November\u00a02026',
      unnamed: 'keine Quelle',
      undated: 'ohne Jahresangabe',
    },
  ] as const)('says in $locale what is missing', ({ locale, day, unnamed, undated }) => {
    const cited = toCitation({ ...citation, source: null, period: null }, locale)
    expect(cited).toContain(day)
    expect(cited).toContain(unnamed)
    expect(cited).toContain(undated)
  })

  it('is as long as asked, and no length hides the dispute', () => {
    const disputed = { ...citation, disputed: true }
    expect(toCitation(disputed, 'nl', 'short')).toBe(
      '23,443 applications, 2018 (CGRS). Het cijfer is betwist.',
    )
    expect(toCitation(disputed, 'de', 'sentence')).toBe(
      'Applications for international protection (Belgium): 23,443 applications, 2018 (CGRS; Country profile Belgium). Die Zahl ist umstritten.',
    )
  })

  it('carries the dispute and our own arithmetic with it', () => {
    const cited = toCitation({ ...citation, disputed: true, derived: true }, 'en')
    expect(cited).toContain('The figure is disputed.')
    expect(cited).toContain('Our calculation')
    expect(toCitation(citation, 'en')).not.toContain('disputed')
  })
})
