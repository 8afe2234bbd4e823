import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import chapter from '@/app/(signed-in)/countries/[country]/[chapter]/page'
import actors from '@/app/(signed-in)/countries/[country]/actors/page'
import beside from '@/app/(signed-in)/countries/[country]/comparison/page'
import fact from '@/app/(signed-in)/countries/[country]/facts/[slug]/page'
import facts from '@/app/(signed-in)/countries/[country]/facts/page'
import laws from '@/app/(signed-in)/countries/[country]/laws/page'
import overview from '@/app/(signed-in)/countries/[country]/page'
import powers from '@/app/(signed-in)/countries/[country]/powers/page'
import quality from '@/app/(signed-in)/countries/[country]/quality/page'
import countries from '@/app/(signed-in)/countries/page'
import { GET } from '@/app/api/countries/chart/route'
import { GET as OFFLINE } from '@/app/api/countries/offline/route'
import { findEntries } from '@/components/people/palette-options'
import { listExplanations } from '@/lib/countries/at-hand.data'
import { listFacts } from '@/lib/countries/fact.data'
import { foundEntries } from '@/lib/countries/offline/kept.rules'
import { LOCALES } from '@/lib/i18n/locales'
import { draw } from '../support/draw'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { fetchFile, openPage } from '../support/handlers'
import { urls } from '../support/own-database'

// A country is a folder of data: this invented one comes and goes without a line of code.
const FOLDER = fileURLToPath(new URL('../countries/zx', import.meta.url))

const load = (...folders: string[]) =>
  spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'prisma/seed/reference.ts', ...folders],
    { encoding: 'utf8', env: { ...process.env, MIGRATE_DATABASE_URL: urls.migrate } },
  )

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  const done = load(FOLDER)
  if (done.status !== 0) throw new Error(done.stderr)
})
afterAll(async () => {
  await organisation.close()
})

const texts = z.object({ en: z.string(), fr: z.string(), nl: z.string(), de: z.string() })
const lines = z.array(z.string())
const keptFile = z.object({
  entries: z.array(
    z.object({
      kind: z.enum(['fact', 'law', 'body']),
      path: z.string(),
      name: texts,
      line: texts,
      words: z.string(),
      cite: z.object({ en: lines, fr: lines, nl: lines, de: lines }),
    }),
  ),
})

type Page = Parameters<typeof openPage>[1]
const print = async (
  page: Page,
  params: Record<string, string>,
  search: Record<string, string> = {},
  token = organisation.casey.token,
): Promise<string> => {
  const shown = await openPage(token, page, { params, search })
  return shown.outcome === 'shown' ? draw(shown.node) : shown.outcome
}

describe('a second country', () => {
  it('has every page by its data alone', async () => {
    const zx = { country: 'zx' }
    expect(await print(countries, {})).toContain('href="/countries/zx"')
    expect(await print(overview, zx)).toMatch(/Inventia \(en\)[\s\S]*300 asked \(en\)/)
    const protection = await print(chapter, { ...zx, chapter: 'protection' })
    expect(protection).toContain('Up by 150')
    expect(protection).toContain('2032–2033')
    expect(protection).toContain('also 310')
    expect(protection).toContain('Invented contradiction (en)')
    expect(protection).toContain('Invented sentence (en)')
    expect(await print(chapter, { ...zx, chapter: 'people' })).toContain('Invented North (en)')
    expect(await print(facts, zx, { q: 'inventword' })).toContain('Invented zx-applications-2034 (en)')
    expect(await print(fact, { ...zx, slug: 'zx-applications-2034' })).toContain('Invented handling (en)')
    expect(await print(laws, zx)).toContain('Invented Act (en)')
    expect(await print(powers, zx)).toMatch(/Invented deed \(en\)[\s\S]*Invented decider \(en\)/)
    expect(await print(actors, zx)).toContain('Invented Office of Inventia')
    expect(await print(quality, zx)).toContain('Invented contradiction (en)')
    expect(await print(beside, zx, {}, organisation.ada.token)).toContain('Invented caution (en)')
    const file = await fetchFile(
      organisation.casey.token,
      GET,
      '/api/countries/chart?country=zx&chart=zx-applications&as=svg&language=en',
    )
    expect(await file.text()).toContain('Invented contradiction (en)')
  })

  it('keeps apart from the first: no page of one shows or links the other', async () => {
    for (const page of [overview, facts, laws, actors, quality, powers]) {
      expect(await print(page, { country: 'be' })).not.toMatch(/Invent|countries\/zx/)
      expect(await print(page, { country: 'zx' })).not.toMatch(/countries\/be\b|Belgium|Fedasil/)
    }
    expect(await print(fact, { country: 'zx', slug: 'land-area' })).toBe('notFound')
    expect(await print(fact, { country: 'be', slug: 'zx-applications-2034' })).toBe('notFound')
    expect(await print(overview, { country: 'zy' })).toBe('notFound')
    expect(await print(overview, { country: 'ZX' })).toBe('notFound')
    expect(await print(chapter, { country: 'zx', chapter: 'weather' })).toBe('notFound')
  })

  it('is kept for the way and found by the words of a note, apart from the first', async () => {
    const kept = async (country: string) => {
      const path = `/api/countries/offline?country=${country}&language=en&have=`
      const { kept: text } = z
        .object({ kept: z.string() })
        .parse(await (await fetchFile(organisation.casey.token, OFFLINE, path)).json())
      return keptFile.parse(JSON.parse(text)).entries
    }
    const [own, first] = [await kept('zx'), await kept('be')]
    const facts = own.filter(({ kind }) => kind === 'fact')
    expect(facts.length).toBeGreaterThan(0)
    expect(own.filter(({ path }) => !path.startsWith('/countries/zx/'))).toEqual([])
    expect(first.filter(({ path }) => !path.startsWith('/countries/be/'))).toEqual([])
    // What "/fact" asks in a note, and the page without a network.
    const [found] = foundEntries(facts, 'inventword')
    expect(found).toMatchObject({ path: '/countries/zx/facts/zx-applications-2034' })
    expect(found?.cite.nl[0]).toContain('300')
    expect(foundEntries(first, 'inventword')).toEqual([])
    // What the palette asks.
    for (const locale of LOCALES.codes)
      expect(findEntries(own, `zx-applications-2034 (${locale})`, locale).map(({ path }) => path)).toContain(
        '/countries/zx/facts/zx-applications-2034',
      )
  })

  it('explains its own words beside a form, and none of the first', async () => {
    const [own, first] = await organisation.casey.work(async (work) => [
      await listExplanations(work, 'ZX'),
      await listExplanations(work, 'BE'),
    ])
    expect(own?.map(({ slug, fact: see }) => [slug, see?.label.fr])).toEqual([
      ['zx-paper', 'Invented zx-applications-2034 (fr)'],
    ])
    expect(first?.some(({ slug }) => slug === 'annex-26')).toBe(true)
    expect(first?.some(({ slug }) => slug === 'zx-paper')).toBe(false)
  })

  it('is gone with its folder, and the first stays whole', async () => {
    const done = load()
    expect(done.stderr).toBe('')
    expect(await print(overview, { country: 'zx' })).toBe('notFound')
    expect(await organisation.casey.work((work) => listFacts(work, 'BE'))).toHaveLength(206)
    expect(load(FOLDER).status).toBe(0)
  })
})

describe('the code of the room', () => {
  it('names no country', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url))
    const folders = [
      'lib/countries',
      'components/countries',
      'components/people',
      'app/(signed-in)/countries',
    ]
    const named = folders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
        .filter((name) =>
          /'BE'|'be'|countries\/be\b|Belgium|Belgique|BE-(VLG|WAL|BRU)/.test(
            readFileSync(join(root, folder, name), 'utf8'),
          ),
        ),
    )
    expect(named).toEqual([])
  })
})
