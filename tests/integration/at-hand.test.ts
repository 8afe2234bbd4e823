import { createElement, type ReactNode } from 'react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CentreFacts } from '@/components/countries/centre-facts'
import { Explanations } from '@/components/countries/explanations'
import { SafeHistory } from '@/components/countries/safe-history'
import { listCentreFacts, listExplanations } from '@/lib/countries/at-hand.data'
import type { Beside } from '@/lib/countries/at-hand.rules'
import { listSafeCountryLists } from '@/lib/countries/entry.data'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { HERE } from '@/lib/shared/here'
import { draw } from '../support/draw'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

/** What is read, without its marks. */
const read = async (node: ReactNode, locale: Locale = 'en'): Promise<string> =>
  (await draw(node, locale)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const beside = async (where: Beside) => {
  const explanations = await organisation.casey.work((work) => listExplanations(work, HERE))
  return createElement(Explanations, { explanations, beside: where })
}

describe('the words of a form', () => {
  it('are explained with source and day, and what is not sure is marked', async () => {
    const stay = await read(await beside('stay'))
    expect(stay).toMatch(/Annex 26 Proof that a first application was lodged/)
    expect(stay).toContain('dofi.ibz.be, Immigration Office, Stay (undated) , consulted on 24 November 2026')
    expect(stay).toContain('Annex 35 ◷ To confirm Covers the stay')
    expect(stay).not.toContain('Annex 26 ◷')
  })

  it('are those of what is being recorded, and nothing where there is none', async () => {
    const decision = await read(await beside('asylum/cgrs_decision'))
    expect(decision).toContain('Subsidiary protection For a person who is not a refugee')
    expect(decision).not.toContain('Annex 26 ')
    expect(await draw(await beside('asylum/arrived'))).toBe('')
  })

  it('lead to the law, the body and the figure that say more', async () => {
    const account = await draw(await beside('account'))
    expect(account).toContain('href="/countries/be/laws#anti-trafficking-act-1995"')
    expect(account).toContain(
      'href="/countries/be/actors?show=specialised-magistrates#specialised-magistrates"',
    )
    expect(account).toContain('href="/countries/be/facts/trafficking-victims-identified-2018"')
  })

  it('are read in each language', async () => {
    for (const locale of LOCALES.codes) {
      const explanations = await organisation.casey.work((work) => listExplanations(work, HERE))
      const said = await read(createElement(Explanations, { explanations, beside: 'detention' }), locale)
      // A space that does not break is read as any other.
      for (const { label, text } of explanations.filter((one) => one.beside.includes('detention')))
        expect(said).toContain(`${label[locale]} ${text[locale]}`.replace(/\s+/g, ' '))
    }
  })
})

describe('a nationality', () => {
  it('is followed by the lists of safe countries, one by one, with what is not known', async () => {
    const lists = await organisation.casey.work((work) => listSafeCountryLists(work, HERE))
    const said = await read(createElement(SafeHistory, { countries: ['GE', 'SY'], lists }))
    expect(said).toContain('Georgia is on 5 of 7 lists · Syria is not on a list of safe countries')
    expect(said).toMatch(/Belgian list, from 10 July 2023: not on the list Royal Decree of 7 April 2023/)
    expect(said).toMatch(/Belgian list, from 27 December 2017: on the list/)
    expect(said).toMatch(
      /EU list, from 12 June 2026: candidate country: safe unless an exception applies First list of/,
    )
    expect(said).toMatch(/To confirm The lists recorded here run from 29 August 2016 to 27 May 2024/)
    expect(await draw(createElement(SafeHistory, { countries: [], lists }))).toBe('')
  })
})

describe('a centre', () => {
  it('is followed by its places, its language and who visits, each with its source', async () => {
    const centres = await organisation.casey.work((work) => listCentreFacts(work, HERE))
    const [vottem] = await organisation.ask(`SELECT id FROM place WHERE slug = 'civ'`)
    const one = await read(createElement(CentreFacts, { centres, placeIds: [String(vottem?.id)] }))
    expect(one).toMatch(/77, March 2023 \(AIDA Belgium, Place of detention/)
    expect(one).toMatch(/Staff language French Visited by Point d&#x27;Appui \(Move coalition/)
    expect(one).not.toContain('Holsbeek')
    const all = await read(createElement(CentreFacts, { centres, placeIds: null }))
    expect(all).toContain('Holsbeek')
    expect(all).not.toContain('Tubize')
  })
})
