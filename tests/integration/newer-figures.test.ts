import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import chapter from '@/app/(signed-in)/countries/[country]/[chapter]/page'
import factPage from '@/app/(signed-in)/countries/[country]/facts/[slug]/page'
import factsPage from '@/app/(signed-in)/countries/[country]/facts/page'
import upkeep from '@/app/(signed-in)/countries/[country]/upkeep/page'
import { GET } from '@/app/api/countries/chart/route'
import { getFact, listFacts } from '@/lib/countries/fact.data'
import { answerFigure, enterNewer } from '@/lib/countries/newer.actions'
import { listEnteredFigures } from '@/lib/countries/newer.data'
import { disconnect } from '@/lib/db/client'
import { draw } from '../support/draw'
import { givenBareFile } from '../support/given/bare-file'
import { givenStaffOf } from '../support/given/colleague'
import { type GivenOrganisation, type GivenStaff, givenCaseOrganisation } from '../support/given/organisation'
import { act, fetchFile, openPage } from '../support/handlers'
import { urls } from '../support/own-database'
import { sayingsIn } from '../support/say'

let organisation: GivenOrganisation
let abe: GivenStaff
let foreign: GivenStaff
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  // With its first file an organisation needs two admins.
  await givenBareFile(organisation)
  abe = await givenStaffOf(organisation, 'admin', null)
  foreign = await givenStaffOf(organisation, 'admin', null)
  await organisation.ask(
    `UPDATE staff SET organisation_id = (SELECT organisation_id FROM staff WHERE id = $2) WHERE id = $1`,
    [foreign.id, organisation.stranger.id],
  )
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const entry = (fact: string, part: Record<string, string> = {}) => ({
  country: 'BE',
  fact,
  figure: '41234',
  upTo: '',
  qualifier: 'exact',
  from: '2024-01-01',
  until: '2024-12-31',
  source: 'Verzonnen bureau',
  address: 'https://example.org/cijfers-2024',
  sourceOn: '2025-02-03',
  note: '',
  ...part,
})
const made = z.object({ ok: z.literal(true), value: z.object({ figureId: z.uuid() }) })
const enter = async (who: GivenStaff, fact: string, part: Record<string, string> = {}): Promise<string> =>
  made.parse(await act(who.token, enterNewer, entry(fact, part))).value.figureId
const say = (who: GivenStaff, figureId: string, said: string, reason = '') =>
  act(who.token, answerFigure, { figureId, said, reason })
const valueFor = (who: GivenStaff, slug: string) =>
  who.work(async (work) => (await getFact(work, 'BE', slug)).value)
const entered = (who: GivenStaff) => who.work((work) => listEnteredFigures(work, 'BE'))

type Page = Parameters<typeof openPage>[1]
const print = async (
  who: GivenStaff,
  page: Page,
  params: Record<string, string>,
  search: Record<string, string> = {},
): Promise<string> => {
  const shown = await openPage(who.token, page, { params: { country: 'be', ...params }, search })
  return shown.outcome === 'shown' ? draw(shown.node) : shown.outcome
}

describe('a newer figure', () => {
  it('is seen by no one but admins before a second one agrees, and everywhere at once afterwards', async () => {
    const slug = 'asylum-applications-2019'
    const id = await enter(organisation.ada, slug)
    for (const who of [organisation.casey, organisation.coral, organisation.gus, organisation.ada])
      expect(await valueFor(who, slug)).toBe(27742)
    expect(await organisation.casey.work((work) => work.tx.newerFigure.findMany({ where: { id } }))).toEqual(
      [],
    )
    expect(await entered(abe)).toContainEqual(
      expect.objectContaining({ id, value: 41234, state: 'asked', isMine: false }),
    )
    expect(await print(organisation.casey, factsPage, {})).not.toContain('41,234')

    expect(await say(organisation.ada, id, 'agreed')).toMatchObject({ ok: false, code: 'secondAdmin' })
    expect(await valueFor(organisation.casey, slug)).toBe(27742)
    expect(await say(abe, id, 'agreed')).toMatchObject({ ok: true })
    const page = await print(organisation.casey, factPage, { slug })
    // Its own page: the figure, the citation at three lengths with the source, the way to the old version.
    expect(page).toMatch(/41,234 applications[\s\S]*2024/)
    expect(page.match(/41,234 applications, 2024/g)?.length).toBeGreaterThanOrEqual(3)
    expect(page).toContain('https://example.org/cijfers-2024')
    expect(page).toContain('facts/asylum-applications-2019?version=1')
    expect(page).not.toContain('line 52')
    // Table, chart, its table and its file.
    expect(
      await print(organisation.casey, factsPage, {}, { q: 'applications international protection' }),
    ).toContain('41,234 applications')
    const drawn = await print(organisation.casey, chapter, { chapter: 'protection' })
    const block = drawn.slice(drawn.indexOf('id="asylum-applications"'))
    const chart = block.slice(0, block.indexOf('</section>'))
    expect(chart).toContain('41,234')
    expect(chart).toContain('2020–2023')
    // The year that was counted before keeps its place on the line.
    expect(chart).toContain('27,742')
    // A finding about other figures is not said of these.
    expect(chart).not.toContain('rose by')
    expect(chart).toContain('with newer figures')
    const csv = await (
      await fetchFile(
        organisation.gus.token,
        GET,
        '/api/countries/chart?country=be&chart=asylum-applications&as=csv&language=en',
      )
    ).text()
    expect(csv).toContain(',41234,')
    expect(csv).toContain('Verzonnen bureau')

    const old = await print(organisation.casey, factPage, { slug }, { version: '1' })
    expect(old).toContain(sayingsIn('en')('countries.newer.old'))
    expect(old).toMatch(/27,742 applications, 2019[\s\S]*facts\/asylum-applications-2019\?version=1/)
    expect(await print(organisation.casey, factPage, { slug }, { version: '3' })).toBe('notFound')
  })

  it('belongs to the organisation that entered it', async () => {
    const slug = 'life-expectancy-men'
    const id = await enter(organisation.ada, slug, { figure: '80,3' })
    expect(await say(foreign, id, 'agreed')).toMatchObject({ ok: false, code: 'notFound' })
    await say(abe, id, 'agreed')
    expect(await valueFor(organisation.casey, slug)).toBe(80.3)
    expect(await valueFor(organisation.stranger, slug)).not.toBe(80.3)
    expect(await entered(foreign)).toEqual([])
  })

  it('is entered and answered by admins only', async () => {
    for (const who of [organisation.casey, organisation.coral, organisation.gus]) {
      expect(await act(who.token, enterNewer, entry('land-area'))).toMatchObject({ code: 'forbidden' })
      expect(await openPage(who.token, upkeep, { params: { country: 'be' } })).toEqual({
        outcome: 'notFound',
      })
      expect(await entered(who).then((all) => all.every(({ version }) => version !== null))).toBe(true)
    }
  })

  it('keeps every version when it is replaced, withdrawn or both', async () => {
    const slug = 'hdi-value'
    const first = await enter(organisation.ada, slug, { figure: '0,937' })
    await say(abe, first, 'agreed')
    const second = await enter(abe, slug, { figure: '0,942' })
    await say(organisation.ada, second, 'agreed')
    expect(await valueFor(organisation.casey, slug)).toBe(0.942)
    expect(await say(organisation.ada, second, 'withdrawn')).toMatchObject({ fields: { reason: 'required' } })
    expect(await say(organisation.ada, second, 'withdrawn', 'The bureau took it back.')).toMatchObject({
      ok: true,
    })
    expect(await valueFor(organisation.casey, slug)).toBe(0.937)
    const gone = await print(organisation.casey, factPage, { slug }, { version: '3' })
    expect(gone).toContain('The bureau took it back.')
    expect(gone).not.toContain('Copy citation')
    const third = await enter(abe, slug, { figure: '0,95' })
    await say(organisation.ada, third, 'agreed')
    const now = await organisation.casey.work((work) => getFact(work, 'BE', slug))
    expect([now.version, now.value]).toEqual([4, 0.95])
    expect(now.editions.map(({ version, withdrawn }) => [version, withdrawn !== null])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ])
  })

  it('replaces only what stood when it was entered', async () => {
    const slug = 'gdp-per-capita-usd'
    const one = await enter(organisation.ada, slug, { figure: '50000' })
    const other = await enter(organisation.ada, slug, { figure: '51000' })
    const both = await Promise.all([say(abe, one, 'agreed'), say(abe, other, 'agreed')])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'figureOver' })
    expect(await say(abe, other, 'refused', 'Another one came first.')).toBeDefined()
    expect(await say(abe, one, 'refused', 'Too late.')).toMatchObject({ code: 'alreadyAnswered' })
  })

  it('says what is wrong with an answer, and takes a range', async () => {
    const slug = 'irregular-migrants-share-2019'
    const wrong = async (part: Record<string, string>) =>
      act(organisation.ada.token, enterNewer, entry(slug, part))
    expect(await wrong({ figure: '27.742' })).toMatchObject({ fields: { figure: 'notPlainNumber' } })
    expect(await wrong({ figure: '9', upTo: '8' })).toMatchObject({ fields: { upTo: 'notHigher' } })
    expect(await wrong({ address: 'javascript:alert(1)' })).toMatchObject({
      fields: { address: 'notAnAddress' },
    })
    expect(await wrong({ until: '2023-12-31' })).toMatchObject({ fields: { until: 'endBeforeStart' } })
    expect(await wrong({ until: '2999-12-31' })).toMatchObject({ fields: { until: 'inTheFuture' } })
    expect(await act(organisation.ada.token, enterNewer, entry('no-such-fact'))).toMatchObject({
      code: 'notFound',
    })
    const id = await enter(organisation.ada, slug, { figure: '8,5', upTo: '11', qualifier: 'range' })
    await say(abe, id, 'agreed')
    expect(await print(organisation.casey, factPage, { slug })).toContain('8.5 to 11%')
  })

  it('is in the audit log, with who answered', async () => {
    const id = await enter(organisation.ada, 'number-of-regions', { figure: '3' })
    await say(abe, id, 'agreed')
    const auditLog = await organisation.ask(
      `SELECT event, actor_id, detail FROM audit_event WHERE detail ->> 'figureId' = $1 ORDER BY at`,
      [id],
    )
    expect(auditLog).toMatchObject([
      { event: 'figure.entered', actor_id: organisation.ada.id, detail: { fact: 'number-of-regions' } },
      { event: 'figure.answered', actor_id: abe.id, detail: { said: 'agreed' } },
    ])
  })
})

describe('the database', () => {
  it('lets no admin agree to their own figure, nor write a row that looks agreed', async () => {
    const id = await enter(organisation.ada, 'land-area', { figure: '30689' })
    await expect(
      organisation.ask(
        `UPDATE newer_figure SET state = 'agreed', version = 2, answered_by = created_by, answered_at = now() WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('newer_figure_two')
    await expect(
      organisation.ada.work(
        (work) => work.tx.$executeRaw`UPDATE newer_figure SET state = 'agreed' WHERE id = ${id}::uuid`,
      ),
    ).rejects.toThrow(/permission denied/)
    const figure = {
      id: crypto.randomUUID(),
      organisationId: '',
      country: 'BE',
      factSlug: 'land-area',
      value: 1,
      qualifier: 'exact',
      periodStart: new Date('2024-01-01'),
      periodEnd: new Date('2024-12-31'),
      sourceName: 'Verzonnen',
      sourceAddress: 'https://example.org/x',
      sourceOn: new Date('2025-01-01'),
      supersedes: 1,
      createdBy: organisation.ada.id,
    }
    const insert = (who: GivenStaff, part: object) =>
      who.work((work) =>
        work.tx.newerFigure.createMany({
          data: [{ ...figure, organisationId: work.actor.organisationId, ...part }],
        }),
      )
    const agreed = { state: 'agreed', version: 2, answeredBy: abe.id, answeredAt: new Date() }
    for (const [who, part] of [
      [organisation.ada, agreed],
      [organisation.ada, { createdBy: abe.id }],
      [organisation.casey, { createdBy: organisation.casey.id }],
      [foreign, { createdBy: foreign.id, organisationId: await orgOf(organisation.ada) }],
      [organisation.ada, { factSlug: 'no-such-fact' }],
    ] as const)
      await expect(insert(who, part)).rejects.toThrow(/row-level security/)
  })

  it('keeps what was entered when the reference data is loaded again', async () => {
    const slug = 'population-total-2020'
    const id = await enter(organisation.ada, slug, { figure: '11763650' })
    await say(abe, id, 'agreed')
    await organisation.ask(`UPDATE country_fact SET value = 1 WHERE slug = $1`, [slug])
    const done = spawnSync(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'prisma/seed/reference.ts'],
      { encoding: 'utf8', env: { ...process.env, MIGRATE_DATABASE_URL: urls.migrate } },
    )
    expect(done.stderr).toBe('')
    const fact = await organisation.casey.work((work) => getFact(work, 'BE', slug))
    expect([fact.value, fact.editions.map(({ value }) => value)]).toEqual([11763650, [11720716]])
    // A fact that leaves the profile takes no entered figure along.
    await organisation.ask(`DELETE FROM country_fact WHERE slug = $1`, [slug])
    expect(await entered(organisation.ada)).toContainEqual(expect.objectContaining({ id, value: 11763650 }))
    expect(await organisation.casey.work(async (work) => (await listFacts(work, 'BE')).length)).toBe(205)
  })
})

const orgOf = (who: GivenStaff) => who.work(async (work) => work.actor.organisationId)
