import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBodies } from '@/lib/countries/body.data'
import { listCodes } from '@/lib/countries/code.data'
import { listContradictions } from '@/lib/countries/contradiction.data'
import { getProfile, listSafeCountryLists } from '@/lib/countries/entry.data'
import { getFact, listFacts } from '@/lib/countries/fact.data'
import { listLaws } from '@/lib/countries/law.data'
import { listPlaces } from '@/lib/countries/place.data'
import { totalCapacity } from '@/lib/countries/place.rules'
import { listStatements } from '@/lib/countries/statement.data'
import { NotFound } from '@/lib/db/errors'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { urls } from '../support/own-database'

let organisation: GivenOrganisation

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
})

const load = () =>
  spawnSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'prisma/seed/reference.ts'], {
    encoding: 'utf8',
    env: { ...process.env, MIGRATE_DATABASE_URL: urls.migrate },
  })

const TABLES = [
  'code_value',
  'place',
  'place_capacity',
  'country_fact',
  'law',
  'actor',
  'contradiction',
  'statement',
  'reference_entry',
  'deadline_rule',
  'deadline_rule_exception',
  'help_body',
  'name_equivalent',
]

describe('loading the reference data', () => {
  it('changes nothing the second time, not even a row version', async () => {
    const versions = async () => {
      const found: Record<string, unknown> = {}
      for (const table of TABLES) {
        const [row] = await organisation.ask(
          `SELECT count(*)::int AS rows, max(xmin::text::bigint)::text AS newest FROM ${table}`,
        )
        found[table] = row
      }
      return found
    }
    const before = await versions()
    const done = load()
    expect(done.stderr).toBe('')
    expect(done.status).toBe(0)
    expect(done.stdout).toMatch(/^reference data: \d+ rows in 13 tables/)
    expect(await versions()).toEqual(before)
  })

  it('ends a code and a place that left the files, deletes a fact that did, and repairs what was changed', async () => {
    await organisation.ask(
      `INSERT INTO code_value (id, list, code, label_en, label_fr, label_nl, label_de, label_status, position, valid_from, source, recorded_on)
       VALUES (gen_random_uuid(), 'risk_level', 'gone', 'g', 'g', 'g', 'g', '{}', 9, '2001-01-01', 'test', '2001-01-01')`,
    )
    await organisation.ask(
      `INSERT INTO place (id, slug, kind, country, name, label_en, label_fr, label_nl, label_de, position, recorded_on)
       VALUES (gen_random_uuid(), 'gone', 'closed_centre', 'BE', 'g', 'g', 'g', 'g', 'g', 99, '2001-01-01')`,
    )
    await organisation.ask(
      `INSERT INTO country_fact SELECT (jsonb_populate_record(f, '{"slug": "gone"}')).* FROM country_fact f WHERE slug = 'land-area'`,
    )
    await organisation.ask(`UPDATE country_fact SET value = 1 WHERE slug = 'land-area'`)
    expect(load().status).toBe(0)
    const [code] = await organisation.ask(`SELECT valid_to FROM code_value WHERE code = 'gone'`)
    const [place] = await organisation.ask(`SELECT valid_to FROM place WHERE slug = 'gone'`)
    const [area] = await organisation.ask(`SELECT value::int FROM country_fact WHERE slug = 'land-area'`)
    expect(code?.valid_to).not.toBeNull()
    expect(place?.valid_to).not.toBeNull()
    expect(area?.value).toBe(30528)
    expect(await organisation.ask(`SELECT FROM country_fact WHERE slug = 'gone'`)).toEqual([])
    expect(
      (await organisation.casey.work((work) => listPlaces(work, 'closed_centre'))).map(({ slug }) => slug),
    ).toEqual(['caricole', '127bis', 'cib', 'cim', 'civ', 'cih'])
  })

  it('takes over the wording of a rule, and refuses another law under the same edition', async () => {
    const title = async () =>
      (
        await organisation.ask(
          `SELECT title FROM deadline_rule WHERE code = 'APPEAL_CALL_STD' AND edition = 1`,
        )
      )[0]
    const shipped = await title()
    await organisation.ask(
      `UPDATE deadline_rule SET title = '{"en": "g", "fr": "g", "nl": "g", "de": "g"}' WHERE code = 'APPEAL_CALL_STD'`,
    )
    expect(load().status).toBe(0)
    expect(await title()).toEqual(shipped)
    const [before] = await organisation.ask(`SELECT family FROM deadline_rule WHERE code = 'COMPLAINT_24H'`)
    const setFamily = async (family: unknown) => {
      await organisation.ask('ALTER TABLE deadline_rule DISABLE TRIGGER keep_edition')
      await organisation.ask(`UPDATE deadline_rule SET family = $1 WHERE code = 'COMPLAINT_24H'`, [family])
      await organisation.ask('ALTER TABLE deadline_rule ENABLE TRIGGER keep_edition')
    }
    await setFamily('another')
    const refused = load()
    expect(refused.status).not.toBe(0)
    expect(refused.stderr).toContain('raise the edition of COMPLAINT_24H')
    await setFamily(before?.family)
    expect(load().status).toBe(0)
  })

  it('refuses to run without the migrating role', () => {
    const done = spawnSync(process.execPath, ['--import', 'tsx', 'prisma/seed/reference.ts'], {
      encoding: 'utf8',
      env: { ...process.env, MIGRATE_DATABASE_URL: '' },
    })
    expect(done.status).toBe(2)
    expect(done.stderr).toContain('MIGRATE_DATABASE_URL')
  })

  it('leaves the application unable to write it', async () => {
    for (const table of TABLES) {
      const write = organisation.casey.work((work) =>
        work.tx.$executeRawUnsafe(`DELETE FROM ${table} WHERE false`),
      )
      await expect(write, table).rejects.toThrow(/permission denied/)
    }
  })
})

describe('what the pages read', () => {
  it('gives every fact with its source by the name of the language, and its contradictions', async () => {
    const facts = await organisation.casey.work((work) => listFacts(work, 'BE'))
    expect(facts).toHaveLength(206)
    const of2018 = facts.find(({ slug }) => slug === 'asylum-applications-2018-b')
    expect(of2018).toMatchObject({ value: 23443, periodStart: '2018-01-01', periodEnd: '2018-12-31' })
    expect(of2018?.source?.de).toBe('Generalkommissariat für Flüchtlinge und Staatenlose')
    expect(of2018?.contradictions).toContain('c-asylum-applications-2018')
    expect(facts.find(({ slug }) => slug === 'asylum-applications-2019')?.source).toBeNull()
  })

  it('knows no fact of another name or another country', async () => {
    await expect(organisation.casey.work((work) => getFact(work, 'BE', 'no-such-fact'))).rejects.toThrow(
      NotFound,
    )
    await expect(organisation.casey.work((work) => getFact(work, 'NL', 'land-area'))).rejects.toThrow(
      NotFound,
    )
    await expect(organisation.casey.work((work) => getProfile(work, 'NL'))).rejects.toThrow(NotFound)
  })

  it('reads laws, bodies, statements, contradictions and lists whole', async () => {
    const counts = await organisation.gus.work(async (work) => ({
      laws: (await listLaws(work, 'BE')).length,
      bodies: (await listBodies(work, 'BE')).length,
      statements: (await listStatements(work, 'BE')).length,
      contradictions: (await listContradictions(work, 'BE')).length,
      safeCountryLists: (await listSafeCountryLists(work, 'BE')).map(({ validFrom }) => validFrom),
    }))
    expect(counts).toEqual({
      laws: 31,
      bodies: 64,
      statements: 80,
      contradictions: 26,
      safeCountryLists: [
        '2026-06-12',
        '2024-05-27',
        '2023-07-10',
        '2020-02-03',
        '2019-02-15',
        '2017-12-27',
        '2016-08-29',
      ],
    })
  })

  it('adds up the capacities of the closed centres from dated sources only', async () => {
    const centres = await organisation.casey.work((work) => listPlaces(work, 'closed_centre'))
    expect(totalCapacity(centres)).toBe(539)
    const bruges = centres.find(({ slug }) => slug === 'cib')
    expect(bruges?.capacities.map(({ capacity }) => capacity).sort()).toEqual([104, 112])
  })

  it('offers only the codes of the day, in the language of the page', async () => {
    const regimes = (now: string) =>
      organisation.casey.work(async (work) =>
        (await listCodes(work, ['legal_regime'], 'nl', new Date(now))).get('legal_regime'),
      )
    expect(await regimes('2026-06-11T21:59:00Z')).toEqual([
      { code: 'PRE_PACT', label: 'Vóór het Europese Pact' },
    ])
    // Midnight in Brussels, not in Greenwich.
    expect((await regimes('2026-06-11T22:00:00Z'))?.map(({ code }) => code)).toEqual(['PRE_PACT', 'PACT'])
    const none = await organisation.casey.work((work) => listCodes(work, ['no_such_list'], 'en', work.now))
    expect(none.get('no_such_list')).toBeUndefined()
  })
})
