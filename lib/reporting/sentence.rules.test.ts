import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { catalogue } from '@/lib/i18n/catalogue'
import { reportDocument } from '@/tests/support/report-documents'
import type { ReportChart, ReportTable } from './document.rules'
import { type Sentence, sentenceOfChart, sentenceOfTable, sentenceOfTotal } from './sentence.rules'
import { saySentence } from './sentence.view'

const LANGUAGES = ['en', 'fr', 'nl', 'de'] as const

/** In the four languages, with the spaces that do not break as spaces. */
const said = (sentence: Sentence) =>
  Promise.all(
    LANGUAGES.map(async (language) => {
      const messages = await catalogue[language]()
      const t = createTranslator({ locale: language, messages, namespace: 'reporting.sentence' })
      return saySentence(sentence, t, language)?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? null
    }),
  )

const total = (count: number, before: number | null) =>
  sentenceOfTotal({
    isMet: true,
    counted: 'people',
    total: count,
    period: { label: '2026', isYear: true },
    before: before === null ? null : { label: '2025', value: before },
  })

const tableOf = (rows: readonly (readonly [string, number])[], sum: number): ReportTable => ({
  caption: 'c',
  rowsLabel: 'r',
  columns: [{ id: 'a', label: 'People', unit: 'count', sensitive: false }],
  rows: [
    ...rows.map(([label, value]) => ({ id: label, label, kind: 'known' as const, cells: [value] })),
    { id: 'total', label: 'All', kind: 'total', cells: [sum] },
  ],
  notes: [],
})
const chartOf = (
  kind: ReportChart['kind'],
  points: ReportChart['series'][number]['points'],
): ReportChart => ({
  kind,
  title: 't',
  alternative: 'a',
  unit: kind === 'steps' ? 'share' : 'count',
  series: [{ label: '', points }],
})

describe('a sentence about a table of parts', () => {
  it('is told of all of it, not of its first part', () => {
    const people = (id: string) => ({ id, label: id, unit: 'count' as const, sensitive: false })
    const table: ReportTable = {
      ...tableOf([], 0),
      columns: [people('women'), people('all')],
      rows: [
        { id: 'c', label: 'Caricole', kind: 'known', cells: [15, 104] },
        { id: 'v', label: 'Vottem', kind: 'known', cells: [18, 90] },
        { id: 'total', label: 'All', kind: 'total', cells: [33, 194] },
      ],
    }
    expect(sentenceOfTable(table, { counted: 'people', isPlaces: true, column: 1 })).toMatchObject({
      total: 194,
      top: [{ label: 'Caricole', value: 104 }],
    })
  })
})

describe('a sentence of a report', () => {
  it('says how many, and how many more or fewer, in four languages', async () => {
    expect(await said(total(612, 660))).toEqual([
      'In 2026 we met 612 people, 48 fewer than in 2025.',
      'En 2026, nous avons rencontré 612 personnes, 48 de moins qu’en 2025.',
      'In 2026 ontmoetten we 612 personen, 48 minder dan in 2025.',
      '2026 haben wir 612 Personen getroffen, 48 weniger als 2025.',
    ])
    expect(await said(total(12_612, 11_000))).toEqual([
      'In 2026 we met 12,612 people, 1,612 more than in 2025.',
      'En 2026, nous avons rencontré 12 612 personnes, 1 612 de plus qu’en 2025.',
      'In 2026 ontmoetten we 12.612 personen, 1.612 meer dan in 2025.',
      '2026 haben wir 12.612 Personen getroffen, 1.612 mehr als 2025.',
    ])
  })

  it('knows one, none and the same', async () => {
    expect((await said(total(1, null)))[0]).toBe('In 2026 we met 1 person.')
    expect(await said(total(0, null))).toEqual([
      'In 2026 we met no one.',
      'En 2026, nous n’avons rencontré personne.',
      'In 2026 ontmoetten we niemand.',
      '2026 haben wir niemanden getroffen.',
    ])
    expect((await said(total(48, 48)))[1]).toBe(
      'En 2026, nous avons rencontré 48 personnes, autant qu’en 2025.',
    )
    expect((await said({ ...total(1, 0), isMet: false, counted: 'visits' }))[3]).toBe(
      '2026: 1 Besuch, 1 mehr als 2025.',
    )
  })

  it('names a period that is no year, and the one before, each with its number', async () => {
    const sentence = sentenceOfTotal({
      isMet: true,
      counted: 'people',
      total: 457,
      period: { label: '1 January to 30 November 2026', isYear: false },
      before: { label: '1 January to 30 November 2025', value: 505 },
    })
    expect((await said(sentence))[0]).toBe(
      '1 January to 30 November 2026: we met 457 people. 1 January to 30 November 2025: 505.',
    )
  })

  it('says where most are, and adds two places only where no one can be in both', async () => {
    const rows = [
      ['Caricole', 118],
      ['Merksplas', 84],
      ['127bis', 71],
    ] as const
    const about = { counted: 'people', isPlaces: true } as const
    expect(await said(sentenceOfTable(tableOf(rows, 273), about))).toEqual([
      '273 people, 202 of them in Caricole or Merksplas.',
      '273 personnes, dont 202 dans deux lieux : Caricole et Merksplas.',
      '273 personen, daarvan 202 op twee plaatsen: Caricole en Merksplas.',
      '273 Personen, davon 202 an zwei Orten: Caricole und Merksplas.',
    ])
    // Thirteen were in two places: the sum of two rows would count some of them twice.
    expect(await said(sentenceOfTable(tableOf(rows, 260), about))).toEqual([
      '260 people; most: Caricole (118) and Merksplas (84).',
      '260 personnes ; en tête : Caricole (118) et Merksplas (84).',
      '260 personen; het meest: Caricole (118) en Merksplas (84).',
      '260 Personen; am häufigsten: Caricole (118) und Merksplas (84).',
    ])
    // The second and the third are as many: only the first is the most.
    const tied = [...rows.slice(0, 2), ['127bis', 84]] as const
    expect((await said(sentenceOfTable(tableOf(tied, 286), about)))[0]).toBe(
      '286 people; most: Caricole (118).',
    )
    expect(
      sentenceOfTable(
        tableOf(
          [
            ['a', 5],
            ['b', 5],
            ['c', 5],
          ],
          15,
        ),
        about,
      ).kind,
    ).toBe('none')
  })

  it('says the month with the most, or the months, and nothing where all are as many', async () => {
    const points = (...values: readonly number[]) =>
      values.map((value, index) => ({
        label: `m${index}`,
        name: ['August', 'September', 'October'][index] ?? '',
        value,
      }))
    const isMonths = { isMonths: true }
    expect(await said(sentenceOfChart(chartOf('bars', points(40, 58, 71)), isMonths))).toEqual([
      'Most in October: 71.',
      'Le plus en October : 71.',
      'Het meest in October: 71.',
      'Am meisten im October: 71.',
    ])
    expect((await said(sentenceOfChart(chartOf('bars', points(71, 58, 71)), isMonths)))[0]).toBe(
      'Most in August and October: 71 each.',
    )
    expect(sentenceOfChart(chartOf('bars', points(71, 71, 71)), isMonths).kind).toBe('none')
  })

  it('says of a survival curve by when half had ended, or that it had not', async () => {
    const curve = (...values: readonly number[]) =>
      chartOf(
        'steps',
        values.map((value, index) => ({ label: String(index * 35), at: index * 35, value })),
      )
    expect(await said(sentenceOfChart(curve(1, 0.5, 0.2), { isMonths: false }))).toEqual([
      'For half of them it lasted 35 days or less.',
      'Pour la moitié, la durée a été de 35 jours au plus.',
      'Voor de helft duurde het 35 dagen of minder.',
      'Bei der Hälfte dauerte es höchstens 35 Tage.',
    ])
    expect((await said(sentenceOfChart(curve(1, 0.9, 0.6), { isMonths: false })))[3]).toBe(
      'Bei mehr als der Hälfte dauerte es länger als 70 Tage.',
    )
  })

  it('is said of the invented report in each of its languages', async () => {
    for (const language of LANGUAGES) {
      const table = reportDocument(language).blocks.find((block) => block.kind === 'table')
      if (table?.kind !== 'table') throw new Error('the invented report has a table')
      const sentence = sentenceOfTable(table.table, { counted: 'people', isPlaces: true })
      const texts = await said(sentence)
      expect(new Set(texts).size).toBe(LANGUAGES.length)
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\{|\}/)
    }
  })
})
