import mammoth from 'mammoth'
import { parse } from 'parse5'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { GET } from '@/app/(signed-in)/statistics/annual/document/route'
import YearPage from '@/app/(signed-in)/statistics/annual/page'
import { disconnect } from '@/lib/db/client'
import { catalogue } from '@/lib/i18n/catalogue'
import { LOCALES } from '@/lib/i18n/locales'
import { readPublicYear } from '@/lib/statistics/public-year.data'
import { releaseStatistic } from '@/lib/statistics/statistic.actions'
import { givenFrozen } from '../support/given/frozen-organisation'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, fetchFile, openPage } from '../support/handlers'

let organisation: GivenOrganisation
const YEAR = 2026
const get = (token: string, language: string, year = YEAR) =>
  fetchFile(token, GET, `/statistics/annual/document?language=${language}&year=${year}`)

type Node = { readonly nodeName: string; readonly value?: string; readonly childNodes?: readonly Node[] }
const textOf = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textOf).join('')
const all = (node: Node, name: string): readonly Node[] => [
  ...(node.nodeName === name ? [node] : []),
  ...(node.childNodes ?? []).flatMap((child) => all(child, name)),
]

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await givenMetPeople(organisation, { n: 400, enteredOn: '2026-07-05', seed: 8 })
  await givenFrozen(organisation)
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

describe('the public annual report', () => {
  it('is none of a year of which nothing left', async () => {
    expect((await openPage(organisation.ada.token, YearPage)).outcome).toBe('shown')
    expect((await get(organisation.ada.token, 'en', YEAR - 1)).status).toBe(404)
  })

  it('holds what left for anyone, as it left, and says what did not, in each language', async () => {
    for (const table of [
      'public/peopleByNationality/nationality:continent/all',
      'peopleByCentre',
      'partner/peopleByAge/age/all',
    ])
      expect(
        await act(organisation.ada.token, releaseStatistic, {
          period: '2026-Q3',
          table,
          recipient: 'Invented foundation',
          purpose: 'Annual report',
        }),
      ).toMatchObject({ ok: true })
    const { tables } = await organisation.ada.work((work) => readPublicYear(work, () => YEAR))
    expect(tables.map(({ asked }) => asked.measure).toSorted()).toEqual([
      'peopleByCentre',
      'peopleByNationality',
    ])
    // Each number of the released files, and no other one.
    const released = await organisation.ask(
      `SELECT DISTINCT r ->> 'value' AS value FROM sdc_release, jsonb_array_elements(json::jsonb -> 'rows') r WHERE profile = 'public'`,
    )
    const allowed = new Set(released.map(({ value }) => z.string().parse(value)))
    for (const language of LOCALES.codes) {
      const file = await get(organisation.ada.token, language)
      expect(file.status).toBe(200)
      expect(file.headers.get('content-disposition')).toContain(`statistics_${YEAR}_${language}.docx`)
      const buffer = Buffer.from(await file.arrayBuffer())
      const { value: html } = await mammoth.convertToHtml({ buffer })
      const cells = all(parse(html), 'td').map((cell) => textOf(cell).trim())
      const numbers = cells
        .filter((cell) => /^[\d.,\s\u202f]+$/.test(cell))
        .map((cell) => cell.replaceAll(/\D/g, ''))
      expect(numbers.length).toBeGreaterThan(4)
      expect(numbers.filter((number) => !allowed.has(number) || Number(number) % 10 !== 0)).toEqual([])
      const { value: text } = await mammoth.extractRawText({ buffer })
      const { reporting } = await catalogue[language]()
      expect(text).toContain(reporting.publicYear.withheld)
      expect(text).toContain(reporting.publicYear.quarters)
      expect(text).toContain(reporting.publicYear.missing.split('{')[0]?.trim())
      expect(text).not.toContain('ada')
    }
    const [line] = await organisation.ask(
      `SELECT detail FROM audit_event WHERE event = 'statistics.yearExported' ORDER BY at LIMIT 1`,
    )
    expect(line?.detail).toEqual({ year: YEAR, language: 'en', releaseIds: tables.map(({ id }) => id) })
  })

  it('is for admins of the organisation, and no one else', async () => {
    for (const who of ['casey', 'coral', 'gus', 'stranger'] as const) {
      expect((await openPage(organisation[who].token, YearPage)).outcome).toBe('notFound')
      expect((await get(organisation[who].token, 'en')).status).toBe(404)
    }
  })
})
