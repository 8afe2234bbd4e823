import { readFileSync } from 'node:fs'
import { createElement, type ReactNode } from 'react'
import { createTranslator } from 'use-intl/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { BodiesPage } from '@/components/countries/bodies-page'
import { ChapterPage } from '@/components/countries/chapter-page'
import { FactPage } from '@/components/countries/fact-page'
import { FactsPage } from '@/components/countries/facts-page'
import { LawsPage } from '@/components/countries/laws-page'
import { QualityPage } from '@/components/countries/quality-page'
import { listBodies } from '@/lib/countries/body.data'
import { listCharts } from '@/lib/countries/chart.data'
import { factsOf } from '@/lib/countries/chart.rules'
import { LENGTHS, toCitation } from '@/lib/countries/citation.rules'
import { toFactCitation } from '@/lib/countries/citation.view'
import { listSafeCountryLists } from '@/lib/countries/entry.data'
import type { Fact } from '@/lib/countries/fact.rules'
import { toFigure } from '@/lib/countries/figure.view'
import { loadGiven } from '@/lib/countries/given.data'
import { listLaws } from '@/lib/countries/law.data'
import { listNamed } from '@/lib/countries/named.data'
import { type PublicFigure, withNewer } from '@/lib/countries/newer.rules'
import { sayPicture, toPicture } from '@/lib/countries/picture.view'
import { listPlacesOf } from '@/lib/countries/place.data'
import { listStatements } from '@/lib/countries/statement.data'
import { DRAWN_CHAPTERS } from '@/lib/countries/vocabulary.rules'
import { countryName } from '@/lib/countries/wording.rules'
import { catalogue } from '@/lib/i18n/catalogue'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { draw } from '../support/draw'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'

// What the profile holds, taken from it once and committed: nothing of it may get lost on the way to a page.
const items = z
  .object({
    numbers: z.array(
      z.object({
        slug: z.string(),
        value: z.number().nullable(),
        from: z.number().nullable(),
        to: z.number().nullable(),
        unit: z.string(),
      }),
    ),
    laws: z.array(z.object({ slug: z.string(), year: z.number().nullable(), date: z.string().nullable() })),
    actors: z.array(z.object({ slug: z.string(), name: z.string() })),
    nationalities: z.array(z.string()),
    places: z.array(z.string()),
    named: z.array(z.tuple([z.string(), z.string()])),
    statements: z.array(z.string()),
    contradictions: z.array(z.string()),
    safeCountries: z.array(z.string()),
  })
  .parse(JSON.parse(readFileSync(new URL('../countries/profile-items.json', import.meta.url), 'utf8')))

const load = async (organisation: GivenOrganisation) =>
  organisation.casey.work(async (work) => ({
    given: await loadGiven(work, 'BE'),
    charts: await listCharts(work, 'BE'),
    laws: await listLaws(work, 'BE'),
    bodies: await listBodies(work, 'BE'),
    places: await listPlacesOf(work, 'BE'),
    named: await listNamed(work, 'BE'),
    statements: await listStatements(work, 'BE'),
    safeCountries: await listSafeCountryLists(work, 'BE'),
  }))

let organisation: GivenOrganisation
let all: Awaited<ReturnType<typeof load>>

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  all = await load(organisation)
})
afterAll(async () => {
  await organisation.close()
})

const plain = (html: string): string =>
  html
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const print = async (node: ReactNode, locale: Locale): Promise<string> => plain(await draw(node, locale))

const words = async (locale: Locale) =>
  createTranslator({ locale, messages: await catalogue[locale](), namespace: 'countries' })

/** An invented figure that no fact of the profile has; null for the period that it had. */
const aNewer = (fact: Fact, year: number | null): PublicFigure => ({
  fact: fact.slug,
  value: fact.unit === 'percent' ? 51.7 : 654_321,
  valueMin: null,
  valueMax: null,
  qualifier: 'exact',
  periodStart: year === null ? (fact.periodStart ?? '2020-01-01') : `${year}-01-01`,
  periodEnd: year === null ? (fact.periodEnd ?? '2020-12-31') : `${year}-12-31`,
  source: 'Verzonnen bureau',
  address: 'https://example.org/x',
  sourceOn: '2025-01-02',
  note: null,
  version: 2,
  agreedOn: '2026-11-26',
  withdrawn: null,
})

const ALL = { sector: null, level: null, topic: null, region: null, text: '' }

/** Every chapter, the law and the bodies: where a reader meets the profile. */
const readingPages = async (locale: Locale): Promise<string> => {
  const { given, charts, laws, bodies, places, named, statements, safeCountries } = all
  const beneath = { given, charts, statements }
  const show = (page: ReactNode) => print(page, locale)
  const lists = [
    await show(createElement(LawsPage, { ...beneath, laws, safeCountries, theme: null })),
    await show(
      createElement(BodiesPage, {
        canRefer: true,
        ...beneath,
        named,
        bodies,
        places,
        filter: ALL,
        linked: null,
      }),
    ),
    await show(createElement(QualityPage, { profile: given.profile, contradictions: given.contradictions })),
  ]
  const chapters = await Promise.all(
    DRAWN_CHAPTERS.codes.map((chapter) =>
      show(createElement(ChapterPage, { ...beneath, chapter, named, places, comparisons: [] })),
    ),
  )
  return [...lists, ...chapters].join('\n')
}

describe('the profile', () => {
  it('is whole in the reference data: every number with its value', () => {
    const ofProfile = [...all.given.facts.values()].filter(({ isOfProfile }) => isOfProfile)
    const held = ofProfile.map(({ slug, value, valueMin, valueMax, unit }) => ({
      slug,
      value,
      from: valueMin,
      to: valueMax,
      unit,
    }))
    const bySlug = (a: { slug: string }, b: { slug: string }) => a.slug.localeCompare(b.slug)
    expect(held.toSorted(bySlug)).toEqual(items.numbers.toSorted(bySlug))
  })

  it('is whole in the reference data: laws, actors, places, statements, contradictions', () => {
    const ofProfile = all.laws.filter(({ publication }) => publication === null)
    expect(ofProfile.map(({ slug, year, date }) => ({ slug, year, date }))).toEqual(items.laws)
    expect(all.bodies.map(({ slug, name }) => ({ slug, name: name.en }))).toEqual(items.actors)
    expect(all.named.nationalities.map(({ iso2 }) => iso2).toSorted()).toEqual(items.nationalities.toSorted())
    const places = new Set(all.places.map(({ slug }) => slug))
    expect(items.places.filter((slug) => !places.has(slug))).toEqual([])
    expect(all.statements.map(({ slug }) => slug)).toEqual(items.statements)
    expect(all.given.contradictions.map(({ slug }) => slug)).toEqual(items.contradictions)
    const kinds = new Map<string, number>()
    for (const { kind } of all.named.things) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    kinds.set('route', all.named.routes.length)
    for (const kind of new Set(items.named.map(([each]) => each)))
      expect(`${kind} ${kinds.get(kind)}`).toBe(
        `${kind} ${items.named.filter(([each]) => each === kind).length}`,
      )
  })

  it.each(LOCALES.codes)(
    'is whole on its pages in %s: each figure, law, body, place, country and sentence',
    async (locale) => {
      const html = await readingPages(locale)
      const t = await words(locale)
      const missing = (what: string, texts: readonly string[]) =>
        texts.filter((text) => !html.includes(text)).map((text) => `${what}: ${text}`)
      const { facts, contradictions } = all.given
      expect([
        ...missing(
          'fact',
          items.numbers.map(({ slug }) => `/countries/be/facts/${slug}"`),
        ),
        ...missing(
          'figure',
          [...facts.values()].map((fact) => toFigure(fact, t, locale)),
        ),
        ...missing(
          'law',
          all.laws.map(({ title }) => title[locale]),
        ),
        ...missing(
          'body',
          all.bodies.map(({ name }) => name[locale]),
        ),
        ...missing(
          'place',
          all.places.map(({ label }) => label[locale]),
        ),
        ...missing(
          'country',
          items.nationalities.map((iso) => countryName(iso, locale)),
        ),
        ...missing(
          'safe country',
          items.safeCountries.map((iso) => countryName(iso, locale)),
        ),
        ...missing(
          'thing',
          all.named.things.map(({ label }) => label[locale]),
        ),
        ...missing(
          'statement',
          all.statements.map(({ text }) => text[locale]),
        ),
        ...missing(
          'contradiction',
          contradictions.map(({ summary }) => summary[locale]),
        ),
      ]).toEqual([])
    },
  )

  it('draws or lists every fact, in a chapter', () => {
    const shown = new Set(all.charts.flatMap(factsOf))
    expect(items.numbers.map(({ slug }) => slug).filter((slug) => !shown.has(slug))).toEqual([])
  })
})

describe('a fact', () => {
  it.each([
    ['as the profile has it', (fact: Fact) => fact],
    ['with a newer figure of another year', (fact: Fact) => withNewer(fact, [aNewer(fact, 2024)])],
    ['with a newer figure of the same year', (fact: Fact) => withNewer(fact, [aNewer(fact, null)])],
  ])(
    'has one value in its page, in the table of facts, in its chart and in its citation, in four languages, %s',
    async (_, change) => {
      const { charts } = all
      const changed = [...all.given.facts.values()].map(change)
      const given = { ...all.given, facts: new Map(changed.map((fact) => [fact.slug, fact])) }
      for (const locale of LOCALES.codes) {
        const t = await words(locale)
        const table = await print(
          createElement(FactsPage, {
            profile: given.profile,
            facts: [...given.facts.values()],
            filter: { topic: null, year: null, text: '' },
            today: '2026-11-26',
          }),
          locale,
        )
        for (const fact of given.facts.values()) {
          const figure = toFigure(fact, t, locale)
          expect(table, fact.slug).toContain(figure)
          for (const length of LENGTHS.codes)
            expect(
              toCitation(toFactCitation(fact, given.profile, '2026-11-26', t, locale), locale, length),
            ).toContain(figure)
        }
        for (const chart of charts) {
          const picture = toPicture(chart, given.facts, t, locale)
          for (const mark of picture.marks) {
            const fact = given.facts.get(mark.slug ?? '')
            if (fact === undefined) continue
            // On a line through years the earlier figure keeps its year.
            const figures = [fact, ...(chart.by === 'year' ? fact.editions : [])].map((one) =>
              toFigure(one, t, locale),
            )
            const isAlone = picture.form === 'figure'
            // Beside others a figure bears a sign where the table has a word for how sure it is.
            const said = isAlone ? mark.said : mark.said.replace(/^[≈≥≤<] /, '').replace(/\s?%$/, '')
            if (!isAlone && chart.by !== 'year')
              expect([fact.slug, /^[≈≥≤<] /.test(mark.said)]).toEqual([
                fact.slug,
                !['exact', 'only', 'range'].includes(fact.qualifier),
              ])
            expect(
              figures.filter((one) => one.includes(said)).length,
              `${chart.slug} ${fact.slug}`,
            ).toBeGreaterThan(0)
            expect(sayPicture(picture)).toContain(mark.said)
          }
        }
      }
    },
  )

  it('shows each of its contradictions on its own page and on every chart that holds it', async () => {
    const { given, charts } = all
    for (const fact of given.facts.values()) {
      if (fact.contradictions.length === 0) continue
      const own = given.contradictions.filter(({ slug }) => fact.contradictions.includes(slug))
      const page = await print(
        createElement(FactPage, {
          profile: given.profile,
          fact,
          newest: fact,
          beside: [],
          contradictions: own,
          cited: [],
          canKeep: false,
        }),
        'en',
      )
      for (const { summary, handling } of own) {
        expect(page).toContain(summary.en)
        expect(page).toContain(handling.en)
      }
    }
    const html = await readingPages('en')
    for (const chart of charts) {
      const start = html.indexOf(`id="${chart.slug}"`)
      const end = html.indexOf('</section>', start)
      expect(start, chart.slug).toBeGreaterThan(0)
      const disputes = new Set(factsOf(chart).flatMap((slug) => given.facts.get(slug)?.contradictions ?? []))
      for (const slug of disputes)
        expect(html.slice(start, end), `${chart.slug} ${slug}`).toContain(`/countries/be/quality#${slug}`)
    }
  })
})
