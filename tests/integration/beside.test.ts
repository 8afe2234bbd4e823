import type { ReactNode } from 'react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import chapter from '@/app/(signed-in)/countries/[country]/[chapter]/page'
import beside from '@/app/(signed-in)/countries/[country]/comparison/page'
import statistics from '@/app/(signed-in)/statistics/page'
import { listComparisons } from '@/lib/countries/comparison.data'
import { disconnect } from '@/lib/db/client'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { listInbox } from '@/lib/inbox/inbox.data'
import { countFigure } from '@/lib/reporting/count.data'
import { toPercent } from '@/lib/statistics/chart.rules'
import { readUnpublished } from '@/lib/statistics/desk.data'
import { previewsAnHour } from '@/lib/statistics/preview.rules'
import { standardSet } from '@/lib/statistics/standard.rules'
import { releaseStatistic } from '@/lib/statistics/statistic.actions'
import { runProofJob } from '@/scripts/statistics-job'
import { draw } from '../support/draw'
import { givenAdmin } from '../support/given/admin'
import { givenFrozen } from '../support/given/frozen-organisation'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'
import { say } from '../support/say'

// Ours beside theirs: whatever of ours stands on the page is what a release of the same snapshot prints, and no one else sees any.

let organisation: GivenOrganisation
/** What waited to be given right after the periods were frozen. */
let waiting: Awaited<ReturnType<typeof readUnpublished>>
const be = { country: 'be' }

type Search = Record<string, string>
const render = async (node: ReactNode, locale: Locale): Promise<string> =>
  (await draw(node, locale)).replaceAll('&lt;', '<')
const open = async (token: string, search: Search, locale: Locale = 'en'): Promise<string> => {
  const shown = await openPage(token, beside, { params: be, search })
  return shown.outcome === 'shown' ? render(shown.node, locale) : shown.outcome
}

/** The rows of the table, by what stands in their first cell. */
const rowsOf = (html: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) => {
      const cells = [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = '']) =>
        cell
          .replace(/<span aria-hidden.*?<\/span>/, '')
          .replaceAll(/<[^>]+>/g, '')
          .trim(),
      )
      return [cells[0] ?? '', cells.slice(1)] as const
    }),
  )

const auditLog = () =>
  organisation.ask(`SELECT detail FROM audit_event WHERE event = 'statistics.previewed' ORDER BY at`)

const releasedFile = z.object({
  rows: z.array(
    z.looseObject({
      nationality: z.string(),
      age: z.string().optional(),
      value: z.union([z.number(), z.string()]),
    }),
  ),
})

/** What the register holds of a question, by group: a number, or a word for the lack of one. */
const release = async (table: string): Promise<ReadonlyMap<string, number | string>> => {
  const asked = { period, table, recipient: 'Invented foundation', purpose: 'Annual report' }
  const answer = await act(organisation.ada.token, releaseStatistic, asked)
  if (!answer.ok) throw new Error(answer.code)
  const [row] = await organisation.ask('SELECT json FROM sdc_release WHERE id = $1', [answer.value.releaseId])
  const { rows } = releasedFile.parse(JSON.parse(String(row?.json)))
  return new Map(rows.map(({ nationality, value }) => [nationality, value]))
}

const period = '2026-Q3'
/** Too few people for any figure. */
const small = '2026-Q1'

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await givenMetPeople(organisation, { n: 700, enteredOn: '2026-07-05', seed: 8 })
  await givenMetPeople(organisation, { n: 40, enteredOn: '2026-01-15', seed: 10 })
  await givenFrozen(organisation)
  await runProofJob(standardSet.slice(1, 2))
  waiting = await organisation.ada.work(readUnpublished)
})

afterAll(async () => {
  await organisation.close()
  await disconnect()
})

describe('ours beside theirs', () => {
  it.each([
    ['origins', 'peopleByNationality', { Syria: 'SY', Afghanistan: 'AF', Guinea: 'GN', Iraq: 'IQ' }],
    [
      'minors',
      'public/peopleByNationality/nationality,age:majority/age:minor',
      { Guinea: 'GN', Syria: 'SY' },
    ],
    [
      'continents',
      'public/peopleByNationality/nationality:continent/all',
      { Africa: '002', Asia: '142', Europe: '150', Oceania: '009' },
    ],
  ])(
    'shows for %s the shares of what a release prints, and nothing where it prints nothing',
    async (compare, table, groups) => {
      const printed = await release(table)
      const numberOf = (group: string): number | null => {
        const value = printed.get(group)
        return typeof value === 'number' ? value : null
      }
      const html = await open(organisation.ada.token, { compare, period })
      const rows = rowsOf(html)
      expect(html).toContain(`about ${numberOf('total')} people`)
      const shares = Object.entries(groups).map(([name, group]) => {
        const [ours = ''] = rows.get(name) ?? []
        const share = toPercent(numberOf(group), numberOf('total'))
        if (share === null)
          expect(ours).toMatch(/^(fewer than 20 people|included in a wider group|not shown)$/)
        else expect(ours).toBe(`${share}%`)
        return share
      })
      // The minors of these countries are too few, which the page says with what to do.
      if (compare === 'minors') expect(html).toContain('or compare continents')
      else expect(shares.some((share) => share !== null)).toBe(true)
    },
  )

  it('waits to be given from the last frozen quarter, until a table of it left', async () => {
    expect([waiting?.code, (waiting?.ready ?? 0) > 0]).toEqual([period, true])
    await release('peopleByNationality')
    expect(await organisation.ada.work(readUnpublished)).toBeNull()
    expect((await organisation.ada.work(listInbox)).map(({ kind }) => kind)).not.toContain('frozen')
  })

  it('prints no exact number of ours: neither of a group nor of all', async () => {
    const counts = await organisation.ask(
      `SELECT r.nationality, count(*)::int AS n FROM sdc_record r JOIN snapshot s ON s.id = r.snapshot_id
        WHERE s.period_start = '2026-07-01' AND s.period_kind = 'quarter' AND r.unit = 'person' GROUP BY ROLLUP (1)`,
    )
    const exact = counts.map(({ n }) => Number(n)).filter((n) => n > 100 && n % 10 > 0)
    expect(exact.length).toBeGreaterThan(0)
    for (const compare of ['origins', 'minors', 'continents']) {
      const html = await open(organisation.ada.token, { compare, period })
      const said = html.replaceAll(/<[^>]+>/g, ' ')
      for (const n of exact) expect(said).not.toMatch(new RegExp(`\\b${n}\\b`))
    }
  })

  it('reads nothing of ours before a period is asked for, or for one that is not closed', async () => {
    const search: Search[] = [{}, { compare: 'minors' }, { period: '2026-Q4' }, { period: "x' OR 1=1" }]
    for (const asked of search) {
      const html = await open(organisation.ada.token, asked)
      expect(html).toContain('not the same')
      expect(html).toContain(say('countries.beside.show'))
      expect(html).not.toContain('<table')
      expect((await auditLog()).at(-1)?.detail).toMatchObject({ snapshotId: 'none' })
    }
  })

  it('leaves the trace of every look at figures, and counts among the looks of an hour', async () => {
    const token = await givenAdmin(organisation, 'home')
    const before = (await auditLog()).length
    expect(await open(token, { compare: 'continents', period })).toContain('<table')
    const after = await auditLog()
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)?.detail).toMatchObject({
      measure: 'public/peopleByNationality/nationality:continent/all',
    })
    const codes = ['AF', 'SY', 'MA', 'GN', 'AL', 'ER', 'PS', 'BR', 'CM', 'TN'].flatMap((country) =>
      ['country', 'region', 'continent'].flatMap((level) =>
        ['public', 'partner'].map(
          (profile) => `${profile}/peopleByNationality/nationality:${level}/nationality:${country}`,
        ),
      ),
    )
    for (const table of codes.slice(0, previewsAnHour - 1))
      await openPage(token, statistics, { search: { period: small, table } })
    const limited = await open(token, { compare: 'origins', period })
    expect(limited).toContain(say('statistics.limited.title'))
    expect(limited).not.toContain('<table')
    expect(await open(token, { compare: 'continents', period })).toContain('<table')
  })

  it('says in words what to do where a period is too small, or none is closed', async () => {
    const few = await open(organisation.ada.token, { compare: 'origins', period: small })
    expect(few).toContain('Too few people for figures')
    expect(few).toContain('applicants for international protection')
    expect(few).not.toContain('<table')
    const none = await open(await givenAdmin(organisation, 'elsewhere'), { compare: 'origins', period })
    expect(none).toContain(say('statistics.noPeriod.title'))
    expect(none).not.toContain('<table')
  })

  it('is not there for guests, and nothing in the country hints at it', async () => {
    for (const search of [{}, { compare: 'origins', period }])
      expect(await openPage(organisation.gus.token, beside, { params: be, search })).toEqual({
        outcome: 'notFound',
      })
    const guest = await openPage(organisation.gus.token, chapter, {
      params: { ...be, chapter: 'protection' },
    })
    const seen = guest.outcome === 'shown' ? await render(guest.node, 'en') : ''
    expect(seen).toContain('One applicant in four')
    expect(seen).not.toMatch(/\/comparison|ours/i)
    for (const who of [organisation.ada, organisation.coral, organisation.casey]) {
      const shown = await openPage(who.token, chapter, { params: { ...be, chapter: 'protection' } })
      const html = shown.outcome === 'shown' ? await render(shown.node, 'en') : ''
      expect(html).toContain('href="/countries/be/comparison?compare=origins"')
    }
  })

  it('is what reports count, for who counts people: in their own reach, exact, and nothing before a year is asked for', async () => {
    const search = { compare: 'origins', period: '2026', reach: 'team' }
    const before = await open(organisation.coral.token, {})
    expect(before).toContain(say('reporting.internal'))
    expect(before).not.toContain('<table')
    const html = await open(organisation.coral.token, search)
    const [all, syrians] = await organisation.coral.work((work) =>
      work.counts('team', async (counting) => {
        const asked = {
          figure: 'people_met' as const,
          from: '2026-01-01',
          until: '2026-12-31',
          offices: [],
          only: [],
          by: 'nationality' as const,
          split: null,
        }
        const cells = await countFigure(counting, asked)
        const at = (by: string | null) => cells.find((cell) => cell.by === by)?.value ?? 0
        return [at(null), at('SY')]
      }),
    )
    expect(all).toBeGreaterThan(100)
    expect(html).toContain(`${all} people`)
    expect(rowsOf(html).get('Syria')?.[0]).toBe(`${Math.round((100 * (syrians ?? 0)) / (all ?? 1))}%`)
    // What is counted, which period, which reach, and why the two differ.
    for (const said of [
      say('reporting.figure.people_met.definition'),
      'Counted: north.',
      say('countries.beside.differs'),
      'everyone we met',
    ])
      expect(html.replaceAll('&#x27;', "'")).toContain(said)
    expect(html).not.toContain('who agreed to be counted')
    // Another reach than one's own is not counted.
    const own = await open(organisation.casey.token, search)
    expect(own).not.toContain('Counted: north')
    expect(own).toContain(say('reporting.note.own'))
    const few = await open(organisation.cory.token, search)
    expect(rowsOf(few).get('Syria')?.[0]).toContain('fewer than 20 people')
  })

  it('says the caution inside the frame of the drawing, with both dates and sources, in each language', async () => {
    const [origins] = await organisation.ada.work((work) => listComparisons(work, 'BE'))
    for (const locale of LOCALES.codes) {
      const html = await open(organisation.ada.token, { compare: 'origins', period }, locale)
      const figure = html.slice(html.lastIndexOf('<section'))
      const plain = figure.replaceAll('&#x27;', "'")
      const caution = origins?.caution[locale] ?? ''
      expect(plain.indexOf(caution)).toBeGreaterThan(-1)
      expect(plain.indexOf(caution)).toBeLessThan(plain.indexOf('<svg'))
      expect(plain).toMatch(/2019[\s\S]*2026/)
      expect(plain).toContain('20')
    }
  })
})
