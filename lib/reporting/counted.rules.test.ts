import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { catalogue } from '@/lib/i18n/catalogue'
import { type Counted, difference, fromStored, toStored } from './counted.rules'
import { type Column, readColumn } from './question.rules'
import { titleOf } from './table.view'

const columnOf = (text: string): Column => {
  const column = readColumn(text, [])
  if (column === null) throw new Error(`${text} is no column`)
  return column
}
type Part = readonly [text: string, split: string | null, cells: Readonly<Record<string, number | null>>]
const counted = (...parts: readonly Part[]): Counted => ({
  columns: parts.map(([text, split, cells]) => ({
    column: columnOf(text),
    split,
    values: new Map(Object.entries(cells).map(([value, cell]) => [value === 'all' ? null : value, cell])),
    isBroken: true,
    isKnown: true,
  })),
  uncertain: [],
  months: null,
})
const cellsOf = ({ columns }: Counted) =>
  columns.map(({ split, values }) => [
    split,
    Object.fromEntries([...values].map(([key, cell]) => [key ?? 'all', cell])),
  ])

describe('the difference of two runs', () => {
  it('compares each column with its own, whatever came between', () => {
    const before = counted(
      ['people_met', 'f', { caricole: 3, all: 3 }],
      ['people_met', null, { caricole: 9, all: 9 }],
    )
    const after = counted(
      ['people_met', 'f', { caricole: 4, all: 4 }],
      ['people_met', 'm', { caricole: 7, all: 7 }],
      ['people_met', null, { caricole: 11, all: 11 }],
    )
    expect(cellsOf(difference(before, after))).toEqual([
      ['f', { caricole: 1, all: 1 }],
      [null, { caricole: 2, all: 2 }],
    ])
  })

  it('takes a row that was not there for none, but a middle of nothing for nothing to compare', () => {
    const before = counted(['visits', null, { all: 4 }], ['waiting', null, { all: 10 }])
    const after = counted(
      ['visits', null, { caricole: 2, all: 6 }],
      ['waiting', null, { caricole: 5, all: null }],
    )
    expect(cellsOf(difference(before, after))).toEqual([
      [null, { caricole: 2, all: 2 }],
      [null, { caricole: null, all: null }],
    ])
  })

  it('is none of what was stored and read again', () => {
    const run = counted(['people_met', null, { caricole: 3, all: 5 }])
    expect(cellsOf(difference(fromStored(toStored(run), []), run))).toEqual([[null, { caricole: 0, all: 0 }]])
  })
})

describe('the title of a report', () => {
  it('is a year only for the year that goes on, up to today, and for a whole one', async () => {
    const t = createTranslator({ locale: 'en', messages: await catalogue.en(), namespace: 'reporting' })
    const title = (from: string, until: string) => titleOf({ from, until }, '2026-11-30', (day) => day, t)
    expect(title('2026-01-01', '2026-11-30')).toBe('2026')
    expect(title('2025-01-01', '2025-12-31')).toBe('2025')
    expect(title('2025-01-01', '2026-11-30')).toBe('2025-01-01 to 2026-11-30')
  })
})
