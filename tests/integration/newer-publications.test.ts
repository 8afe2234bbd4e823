import { createElement } from 'react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import chapterPage from '@/app/(signed-in)/countries/[country]/[chapter]/page'
import factPage from '@/app/(signed-in)/countries/[country]/facts/[slug]/page'
import lawsPage from '@/app/(signed-in)/countries/[country]/laws/page'
import { SafeHistory } from '@/components/countries/safe-history'
import { listBodies } from '@/lib/countries/body.data'
import { listSafeCountryLists } from '@/lib/countries/entry.data'
import { listFacts } from '@/lib/countries/fact.data'
import { listStatements } from '@/lib/countries/statement.data'
import { disconnect } from '@/lib/db/client'
import { catalogue } from '@/lib/i18n/catalogue'
import { draw } from '../support/draw'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { openPage } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

type Page = Parameters<typeof openPage>[1]
const open = async (page: Page, params: Record<string, string>): Promise<string> => {
  const opened = await openPage(organisation.casey.token, page, { params, search: {} })
  if (opened.outcome !== 'shown') throw new Error(`${JSON.stringify(params)}: ${opened.outcome}`)
  return (await draw(opened.node)).replace(/&#x27;/g, "'").replace(/&amp;/g, '&')
}

/** Figures published after the profile, as read in their sources on 28 November 2026. */
const PUBLISHED = [
  ['asylum-applications-2025', '34,439', '2025', 'belganewsagency.eu'],
  ['asylum-approval-rate-2025', '28.4', '2025', 'belganewsagency.eu'],
  ['asylum-approval-rate-2024', '47.2', '2024', 'belganewsagency.eu'],
  ['asylum-applications-2024', '39,615', '2024', 'cgrs.be'],
  ['asylum-applications-growth-2023-2024', '11.6', '2024', 'cgrs.be'],
  ['asylum-applications-2023', '35,507', '2023', 'cgrs.be'],
  ['asylum-applications-2022', '36,871', '2022', 'brusselstimes.com'],
  ['asylum-subsequent-applications-2024', '6,469', '2024', 'cgrs.be'],
  ['uam-declared-2024', '2,345', '2024', 'cgrs.be'],
  ['uam-found-adult-2024', '823', '2024', 'cgrs.be'],
  ['asylum-decided-cases-2024', '27,471', '2024', 'cgrs.be'],
  ['asylum-decided-persons-2024', '34,052', '2024', 'cgrs.be'],
  ['asylum-applicants-ps-2024', '5,692', '2024', 'asylumineurope.org'],
  ['asylum-applicants-sy-2024', '5,617', '2024', 'asylumineurope.org'],
  ['asylum-applicants-af-2024', '3,541', '2024', 'asylumineurope.org'],
  ['asylum-refugee-status-2024', '15,668', '2024', 'asylumineurope.org'],
  ['asylum-subsidiary-protection-2024', '601', '2024', 'asylumineurope.org'],
  ['asylum-pending-files-end-2024', '26,119', '31 December 2024', 'asylumineurope.org'],
  ['call-pending-2025', '8,232', '24 June 2025', 'asylumineurope.org'],
  ['asylum-applicants-safe-countries-2024', '1,912', '2024', 'asylumineurope.org'],
  ['dublin-requests-2024', '12,425', '2024', 'asylumineurope.org'],
  ['dublin-accepted-2024', '9,262', '2024', 'asylumineurope.org'],
  ['dublin-transfers-2024', '954', '2024', 'asylumineurope.org'],
  ['dublin-transfers-2023', '1,241', '2023', 'asylumineurope.org'],
  ['reception-places-end-2024', '36,205', '31 December 2024', 'fedasil.be'],
  ['reception-occupancy-end-2024', '94', '31 December 2024', 'fedasil.be'],
  ['reception-waiting-single-men-2024', '3,000', '2024', 'fedasil.be'],
  ['reception-places-2023', '35,651', '2023', 'fedasil.be'],
  ['reception-refused-on-the-day-2023', '8,816', '2023', 'fedasil.be'],
  ['uam-received-2023', '2,744', '2023', 'fedasil.be'],
  ['closed-centre-places-now', '635', '28 November 2026', 'movecoalition.be'],
  ['return-home-units-now', '27', '28 November 2026', 'movecoalition.be'],
  ['return-home-beds-now', '169', '28 November 2026', 'movecoalition.be'],
  ['closed-centre-detained-2021', '2,991', '2021', 'asylumineurope.org'],
  ['closed-centre-detained-2020', '3,022', '2020', 'asylumineurope.org'],
  ['trafficking-signals-2024', '1,556', '2024', 'verlinden.belgium.be'],
] as const

describe('figures published after the profile', () => {
  it.each(PUBLISHED)(
    '%s says %s for %s, with the address of its source',
    async (slug, figure, period, source) => {
      const page = await open(factPage, { country: 'be', slug })
      expect(page).toContain(figure)
      expect(page).toContain(period)
      expect(page).toMatch(new RegExp(`href="https://[^"]*${source.replaceAll('.', '\\.')}`))
    },
  )

  it('are all listed above, and each stands in its chapter', async () => {
    const facts = await organisation.casey.work((work) => listFacts(work, 'BE'))
    const published = facts.filter(({ isOfProfile }) => !isOfProfile)
    expect(published.map(({ slug }) => slug).toSorted()).toEqual(PUBLISHED.map(([slug]) => slug).toSorted())
    for (const chapter of new Set(published.map((fact) => fact.chapter))) {
      const page = await open(chapterPage, { country: 'be', chapter })
      for (const fact of published.filter((one) => one.chapter === chapter))
        expect(page).toContain(`href="/countries/be/facts/${fact.slug}"`)
    }
  })

  it('are shown beside the figure of the profile, and lead back to it', async () => {
    const old = await open(factPage, { country: 'be', slug: 'asylum-applications-2019' })
    for (const figure of ['34,439', '39,615', '35,507', '36,871']) expect(old).toContain(figure)
    const newer = await open(factPage, { country: 'be', slug: 'asylum-applications-2025' })
    expect(newer).toContain('href="/countries/be/facts/asylum-applications-2019"')
    expect(newer).toContain('27,742')
  })

  it('do not change the figure of the profile', async () => {
    const page = await open(factPage, { country: 'be', slug: 'asylum-applications-2019' })
    expect(page).toMatch(/<p class="num[^"]*">27,742/)
  })
})

describe('the law since the profile', () => {
  it.each([
    'Law of 18 July 2025 on reception',
    'Suspension by the Constitutional Court, 26 February 2026',
    'annulled on 21 May 2026',
    'EU list of safe countries of origin',
    'Belgian bills implementing the European Pact',
    'Royal Decree of 15 December 2019',
    'Royal Decree of 15 February 2019',
  ])('%s stands among the laws, with its source', async (text) => {
    expect(await open(lawsPage, { country: 'be' })).toContain(text)
  })

  it('a country of the EU list is marked from 12 June 2026', async () => {
    const lists = await organisation.casey.work((work) => listSafeCountryLists(work, 'BE'))
    for (const country of ['BD', 'CO', 'EG', 'IN', 'XK', 'MA', 'TN'])
      expect(await draw(createElement(SafeHistory, { countries: [country], lists }))).toMatch(
        /EU list, from 12\sJune\s2026:<\/span> <strong>on the list/,
      )
  })
})

describe('terms of institutions', () => {
  it.each([
    ['call', 'en', 'Council for Alien Law Litigation'],
    ['ministry-security-interior', 'fr', 'SPF Intérieur'],
    ['ministry-security-interior', 'nl', 'FOD Binnenlandse Zaken'],
    ['ministry-security-interior', 'de', 'FÖD Inneres'],
    ['ministry-justice', 'fr', 'SPF Justice'],
    ['ministry-justice', 'nl', 'FOD Justitie'],
    ['ministry-justice', 'de', 'FÖD Justiz'],
    ['ministry-foreign-affairs', 'fr', 'SPF Affaires étrangères'],
    ['ministry-foreign-affairs', 'nl', 'FOD Buitenlandse Zaken'],
    ['ministry-foreign-affairs', 'de', 'FÖD Auswärtige Angelegenheiten'],
    ['ministry-social-integration', 'fr', 'SPP Intégration sociale'],
    ['ministry-social-integration', 'nl', 'POD Maatschappelijke Integratie'],
  ] as const)('%s is called in %s: %s', async (slug, locale, name) => {
    const bodies = await organisation.casey.work((work) => listBodies(work, 'BE'))
    expect(bodies.find((body) => body.slug === slug)?.name[locale]).toBe(name)
  })

  it('the name that the profile gives the Council still finds it', async () => {
    const bodies = await organisation.casey.work((work) => listBodies(work, 'BE'))
    expect(bodies.find(({ slug }) => slug === 'call')?.aliases).toContain(
      'Council for Disputes on Aliens Law',
    )
  })
})

describe('terms of acts', () => {
  it.each([
    [
      'de',
      /Urteil des Rates|beim Rat, Nichtigkeit"/,
      'a decision of the Council is an Entscheid, the appeal a Nichtigkeitsklage',
    ],
    [
      'de',
      /Ausreiseanweisung|Ausreiseanordnung/,
      'an order to leave is an Anweisung, das Staatsgebiet zu verlassen',
    ],
    [
      'de',
      /Festhaltung|Entfernung vom|Verweisung|Vermittlung/,
      'detention is Haft, removal Abschiebung, a referral Weiterleitung',
    ],
    [
      'nl',
      /"Betekend("| op)|(betwistingen|CGVS|generaal|Vreemdelingenzaken|vertrekken|Leeftijdsbeslissing) betekend/,
      'a letter of the Council or the CGRS is a kennisgeving',
    ],
    [
      'nl',
      /dossier wordt vastgehouden|vastgehouden dossier/i,
      'a file that must not be erased is not detained',
    ],
    ['fr', /dossiers? retenus?|dossier est retenu/i, 'a file that must not be erased is not detained'],
  ] as const)('%s never says %s: %s', async (locale, wrong, _why) => {
    expect(JSON.stringify(await catalogue[locale]())).not.toMatch(wrong)
  })
})

describe('statements of the profile that were absent or changed', () => {
  it.each([
    ['growth-through-free-movement', /free movement in the EU/],
    ['trafficking-role', /economic or sexual exploitation/],
    ['traffickers-targets', /from Belgium and abroad/],
    ['economy-type', /central location and a dense transport/],
    ['main-origins-unchanged', /years, applicants have come mainly from the same countries/],
    ['oecd-low-emigration', /Northern Europe/],
    ['emigration-pattern', /United States and England/],
    ['uam-applying-reason', /fled persecution/],
    ['secondary-movement', /secondary movement/],
    ['transit-waiting-for-uk', /until they reach the United Kingdom/],
    ['north-station', /arrested people.*forcibly/],
    ['myria-data-gap', /acting secretariat/],
    ['emigration-discrimination', /ethnic origin and religion/],
    ['emigration-nationals-ranked', /Belgian, Romanian, French, Dutch, Polish and Italian nationals/],
    ['trafficking-penalty-proportion', /profit/],
    ['caritas-federations', /hospitals, homes for older people and childcare/],
    ['jrs-board-task', /General Assembly/],
    ['comece-migration-group', /five COMECE working groups.*elect/],
    ['comece-position-2019', /contributed to/],
    ['dbi-mission', /poverty and inclusion.*school to work/],
    ['ccme-mission', /exchange of experience/],
  ])('%s', async (slug, text) => {
    const statements = await organisation.casey.work((work) => listStatements(work, 'BE'))
    expect(statements.find((one) => one.slug === slug)?.text.en).toMatch(text)
  })

  it('the 67 received prison sentences, and GRETA may be the source of the identified victims', async () => {
    const page = await open(chapterPage, { country: 'be', chapter: 'trafficking' })
    expect(page).toMatch(/67 received prison sentences, 28 of them wholly or partly suspended/)
    for (const slug of ['trafficking-victims-identified-2017', 'trafficking-victims-identified-2018'])
      expect(await open(factPage, { country: 'be', slug })).toMatch(/a GRETA report, which may be the source/)
  })

  it('both figures of 2018 are of the CGRS', async () => {
    const page = await open(factPage, { country: 'be', slug: 'asylum-applications-2018-b' })
    expect(page).toMatch(/overview of 2019 gives 23,343, its overview of 2018 gives 23,443/)
  })
})
