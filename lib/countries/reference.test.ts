import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { RECORDED_KINDS } from '@/lib/asylum/vocabulary.rules'
import { CHOSEN_KINDS } from '@/lib/guardianship/vocabulary.rules'
import { M49_COUNTRIES } from '@/lib/people/world-region.rules'
import { DIMENSION_IDS } from '@/lib/reporting/dimension.rules'
import { canBreak, readColumn } from '@/lib/reporting/question.rules'
import { hierarchyOf } from '@/lib/statistics/hierarchy.rules'
import { measures } from '@/lib/statistics/measure.rules'
import { findAsked } from '@/lib/statistics/question.rules'
import { HELP_FORMS } from './at-hand.rules'
import { listFile } from './list.schema'
import {
  actorFile,
  codeListFile,
  contradictionFile,
  factFile,
  lawFile,
  placeFile,
  statementFile,
} from './reference.schema'

const root = new URL('../../', import.meta.url)
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const json = (path: string): unknown => JSON.parse(text(path))
const be = <S extends z.ZodType>(name: string, schema: S): z.infer<S> =>
  schema.parse(json(`prisma/reference/be/${name}.json`))

/** Files whose texts may be worded anew. Rules of deadlines are not among them: organisations keep each edition as they were given it. */
const WORDED = [
  'actors',
  'charts',
  'code-lists',
  'comparisons',
  'contradictions',
  'deadline-rule-exceptions',
  'explanations',
  'facts',
  'help-bodies',
  'laws',
  'lists',
  'places',
  'statements',
]

const facts = be('facts', factFile).rows
const profileFacts = facts.flatMap((fact) => ('section' in fact ? [fact] : []))
const laws = be('laws', lawFile).rows
const actors = be('actors', actorFile).rows
const contradictions = be('contradictions', contradictionFile).rows
const statements = be('statements', statementFile).rows
const places = be('places', placeFile).rows
const entries = be('lists', listFile).rows
const explanations = be('explanations', listFile).rows.flatMap((row) =>
  row.kind === 'explanation' ? [row] : [],
)
const charts = be('charts', listFile).rows.flatMap((row) => (row.kind === 'chart' ? [row] : []))
const comparisons = be('comparisons', listFile).rows.flatMap((row) =>
  row.kind === 'comparison' ? [row] : [],
)
const { lists } = be('code-lists', codeListFile)

const unknownAmong = (wanted: readonly string[], known: readonly string[]): readonly string[] =>
  wanted.filter((each) => !known.includes(each))
const repeated = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index)
const slugs = (rows: readonly { slug: string }[]): readonly string[] => rows.map(({ slug }) => slug)

describe('the reference data of Belgium', () => {
  it('holds everything the profile states', () => {
    const ofProfile = [profileFacts, laws.filter((law) => !('publication' in law))]
    expect([...ofProfile, actors, contradictions, statements].map((rows) => rows.length)).toEqual([
      170, 27, 64, 26, 80,
    ])
    expect(places.filter(({ kind }) => kind === 'closed_centre')).toHaveLength(6)
    expect(places.filter(({ kind }) => kind === 'return_home')).toHaveLength(5)
    expect(places.filter(({ kind }) => kind === 'inad_centre')).toHaveLength(5)
    expect(lists.flatMap(({ values }) => values).length).toBeGreaterThanOrEqual(426)
  })

  it('compares only what a chart draws with what the statistics can ask and print', () => {
    expect(comparisons.map(({ slug }) => slug)).toEqual(['origins', 'minors', 'continents'])
    for (const { payload } of comparisons) {
      const chart = charts.find(({ slug }) => slug === payload.chart)
      expect(Object.keys(payload.groups)).toEqual(chart?.payload.items.map(({ fact }) => fact))
      const asked = findAsked(payload.question)
      if (asked === null) throw new Error(payload.question)
      // Empty lists: no comparison stands on the centres or topics of one organisation.
      const { levels } = hierarchyOf(measures[asked.measure].dimension, {
        centre: [],
        office: [],
        topic: [],
        signal: [],
      })
      const level = levels.find(({ id }) => id === asked.levels[0]) ?? levels[0]
      const known = [...new Set(level?.nodeOf.values())]
      expect(unknownAmong(Object.values(payload.groups), known)).toEqual([])
      expect(asked.profile).toBe('public')
      const { column: text, by, isByContinent } = payload.report
      const column = readColumn(text, [])
      const dimension = DIMENSION_IDS.match(by)
      expect(column !== null && dimension !== null && canBreak(column.figure, dimension)).toBe(true)
      for (const group of Object.values(payload.groups))
        expect(
          M49_COUNTRIES.some(({ country, continent }) => group === (isByContinent ? continent : country)),
        ).toBe(true)
    }
  })

  it('calls every thing by one name', () => {
    for (const rows of [facts, laws, actors, contradictions, statements, places])
      expect(repeated(slugs(rows))).toEqual([])
    expect(repeated(places.map(({ id }) => id))).toEqual([])
    expect(repeated([...entries, ...explanations].map(({ kind, slug }) => `${kind} ${slug}`))).toEqual([])
    expect(
      repeated(lists.flatMap(({ list, values }) => values.map(({ code }) => `${list} ${code}`))),
    ).toEqual([])
  })

  it('points at nothing that is missing', () => {
    const sections = slugs(entries.filter(({ kind }) => kind === 'section'))
    const pointers = [
      { from: profileFacts.flatMap(({ source }) => source ?? []), to: slugs(actors) },
      { from: profileFacts.map(({ section }) => section), to: sections },
      { from: contradictions.flatMap((row) => row.facts), to: slugs(facts) },
      { from: laws.flatMap(({ amends }) => amends ?? []), to: slugs(laws) },
      { from: actors.flatMap(({ parent }) => parent ?? []), to: slugs(actors) },
    ]
    for (const { from, to } of pointers) expect(unknownAmong(from, to)).toEqual([])
  })

  it('sets each published figure beside one of the profile, or on its own', () => {
    const published = facts.flatMap((fact) => ('publication' in fact ? [fact] : []))
    expect(published.length).toBeGreaterThanOrEqual(36)
    const beside = published.flatMap((fact) => fact.beside ?? [])
    expect(unknownAmong(beside, slugs(profileFacts))).toEqual([])
  })

  it('explains words beside every form, and points at laws, bodies and figures that exist', () => {
    const known = [
      ...HELP_FORMS.codes,
      ...RECORDED_KINDS.codes.map((kind) => `asylum/${kind}`),
      ...CHOSEN_KINDS.codes.map((kind) => `guardianship/${kind}`),
    ]
    const beside = explanations.flatMap(({ payload }) => payload.beside)
    expect(unknownAmong(beside, known)).toEqual([])
    expect(unknownAmong(HELP_FORMS.codes, beside)).toEqual([])
    const of = (key: 'law' | 'body' | 'fact') => explanations.flatMap(({ payload }) => payload[key] ?? [])
    expect(unknownAmong(of('law'), slugs(laws))).toEqual([])
    expect(unknownAmong(of('body'), slugs(actors))).toEqual([])
    expect(unknownAmong(of('fact'), slugs(facts))).toEqual([])
  })

  it('gives every fact a figure: one, a range, or a ranking', () => {
    const without = facts.filter(
      (fact) =>
        fact.value === null && (fact.valueMin === null || fact.valueMax === null) && fact.unit !== 'ranking',
    )
    expect(slugs(without)).toEqual([])
  })

  it('gives every closed centre a dated capacity, adding up to the total of March 2023', () => {
    const dated = places
      .filter(({ kind }) => kind === 'closed_centre')
      .flatMap(({ capacities }) => capacities.filter(({ observedOn }) => observedOn === '2023-03-01'))
    expect(dated).toHaveLength(6)
    expect(dated.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(539)
  })

  it('keeps both figures of the asylum applications of 2018', () => {
    const byFigure = facts.filter(({ slug }) => slug.startsWith('asylum-applications-2018-'))
    expect(byFigure.map(({ value }) => value)).toEqual(expect.arrayContaining([23343, 23443]))
    expect(contradictions.find(({ slug }) => slug === 'c-asylum-applications-2018')?.facts).toEqual(
      expect.arrayContaining(['asylum-applications-2018-a', 'asylum-applications-2018-b']),
    )
  })
})

describe('our own words', () => {
  // The profile itself is not ours to publish: only hashes of its runs of eight words are kept, enough to recognise one.
  const SHINGLES = new Set(text('prisma/reference/be/shingles.txt').trim().split('\n'))
  const RUN = 8

  /** Names and titles belong to those who bear them and are given as they are. */
  const EXEMPT = [
    /^actors\.(name|aliases|officialNames)$/,
    /^laws\.(title|officialReference)$/,
    /^lists\.payload\.(name|instrument)$/,
  ]

  const wordsOf = (passage: string): readonly string[] =>
    passage
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []

  const copied = (passage: string): readonly string[] => {
    const words = wordsOf(passage)
    return words.flatMap((_, start) => {
      const run = words.slice(start, start + RUN)
      if (run.length < RUN) return []
      const hash = createHash('sha256').update(run.join(' ')).digest('hex').slice(0, 10)
      return SHINGLES.has(hash) ? [run.join(' ')] : []
    })
  }

  const isExempt = (path: string): boolean => EXEMPT.some((pattern) => pattern.test(path))
  const record = z.record(z.string(), z.unknown())

  /** Every run shared with the profile, with the field it stands in (indices and languages left out of the path). */
  const copiedIn = (value: unknown, path: string): readonly string[] => {
    if (isExempt(path)) return []
    if (typeof value === 'string') return copied(value).map((run) => `${path}: ${run}`)
    if (Array.isArray(value)) return value.flatMap((each) => copiedIn(each, path))
    const parsed = record.safeParse(value)
    if (!parsed.success) return []
    return Object.entries(parsed.data).flatMap(([key, each]) =>
      copiedIn(each, ['en', 'fr', 'nl', 'de', 'rows'].includes(key) ? path : `${path}.${key}`),
    )
  }

  it.each(WORDED)('shares no run of eight words with the profile in %s', (name) => {
    expect(copiedIn(json(`prisma/reference/be/${name}.json`), name)).toEqual([])
  })

  it('shares none in the words of the pages', () => {
    expect(copiedIn(json('messages/en/countries.json'), 'messages')).toEqual([])
  })

  it('would notice one: an official name, which the profile prints too, is recognised', () => {
    const name = actors.find(({ slug }) => slug === 'fedasil')?.name ?? ''
    expect(copied(name)).not.toEqual([])
    expect(copiedIn({ rows: [{ note: { en: name } }] }, 'facts')).toHaveLength(copied(name).length)
  })
})

it.each(WORDED)('no French sign begins a line: %s', (name) => {
  const french = [...text(`prisma/reference/be/${name}.json`).matchAll(/"fr":\s*"((?:[^"\\]|\\.)*)"/g)]
  expect(french.length).toBeGreaterThan(0)
  expect(french.map(([, said]) => said ?? '').filter((said) => / [:;!?»]|« /.test(said))).toEqual([])
})

// Organisations keep the editions they were given, and refuse a file that says another law under one of them
// (prisma/seed/reference.ts): it would stop their next upgrade. A new edition is added to the list.
it('no edition of a rule says another thing than when it was given', () => {
  const { rows } = z
    .object({ rows: z.array(z.looseObject({ code: z.string(), edition: z.number() })) })
    .parse(json('prisma/reference/be/deadline-rules.json'))
  const marks = rows.map(({ title: _, note: __, ...law }) => [
    `${law.code} ${law.edition}`,
    createHash('sha256').update(JSON.stringify(law)).digest('hex').slice(0, 16),
  ])
  expect(Object.fromEntries(marks)).toEqual(json('lib/countries/deadline-editions.json'))
})
