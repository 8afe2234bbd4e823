import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { aFact } from '@/tests/support/given/facts'
import type { Fact } from './fact.rules'
import { listFile } from './list.schema'
import { namedIn, toSentence } from './sentence.rules'

const same = (text: string) => ({ en: text, fr: text, nl: text, de: text })
const fact = (
  slug: string,
  value: number | null,
  unit: Fact['unit'],
  range: readonly [number, number] | null = null,
): Fact =>
  aFact({
    slug,
    label: same(slug),
    value,
    valueMin: range?.[0] ?? null,
    valueMax: range?.[1] ?? null,
    unit,
    periodStart: null,
    periodEnd: null,
    periodText: null,
  })
const facts = new Map(
  [
    fact('a', 19688, 'applications'),
    fact('b', 27742, 'applications'),
    fact('p', 57.7, 'percent'),
    fact('q', 36.9, 'percent'),
    fact('y', 2018, 'year'),
    fact('r', null, 'percent', [6.6, 13.9]),
  ].map((each) => [each.slug, each]),
)
const span = (from: string, to: string) => `${from} to ${to}`
const say = (text: string) => toSentence(text, facts, 'en', span)

describe('a sentence about facts', () => {
  it('takes every figure from the facts, in the signs of the language', () => {
    expect(say('{a} in {y}, {p}, {r}')).toBe('19,688 in 2018, 57.7%, 6.6 to 13.9%')
    expect(toSentence('{p}', facts, 'nl', span)).toBe('57,7\u00a0%')
  })

  it('computes growth, points, sums, differences and shares', () => {
    expect(say('{growth:a:b}')).toBe('41%')
    expect(say('{points:p:q}')).toBe('20.8')
    expect(say('{sum:p:q}')).toBe('94.6%')
    expect(say('{minus:b:a}')).toBe('8,054')
    expect(say('{share:a:b}')).toBe('71%')
  })

  it('fails loudly on a fact that is not there or has no single figure', () => {
    expect(() => say('{gone}')).toThrow(/gone/)
    expect(() => say('{sum:a:r}')).toThrow(/r, which/)
  })
})

describe('the charts of Belgium', () => {
  const { rows } = listFile.parse(
    JSON.parse(readFileSync(new URL('../../prisma/reference/be/charts.json', import.meta.url), 'utf8')),
  )
  const charts = rows.flatMap((row) => (row.kind === 'chart' ? [row] : []))

  it('say no figure of their own but years', () => {
    for (const { slug, payload } of charts)
      for (const text of [payload.title, payload.sentence])
        for (const locale of LOCALES.codes) {
          const bare = text[locale].replace(/\{[^}]*\}/g, '').replace(/\b(19|20)\d{2}\b/g, '')
          expect(bare, `${slug} ${locale}`).not.toMatch(/\d/)
        }
  })

  it('say the same facts in all four languages', () => {
    for (const { slug, payload } of charts)
      for (const text of [payload.title, payload.sentence])
        for (const locale of LOCALES.codes)
          expect(namedIn(text[locale]).toSorted(), `${slug} ${locale}`).toEqual(namedIn(text.en).toSorted())
  })

  it('write words short enough for a telephone', () => {
    for (const { slug, payload } of charts)
      for (const label of [...payload.items.map((item) => item.label), payload.rest?.label])
        for (const locale of LOCALES.codes)
          if (label !== undefined)
            expect(label[locale].length, `${slug} ${label[locale]}`).toBeLessThanOrEqual(30)
  })
})
