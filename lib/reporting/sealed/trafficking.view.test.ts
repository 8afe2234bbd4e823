import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { catalogue } from '@/lib/i18n/catalogue'
import { LOCALES } from '@/lib/i18n/locales'
import { sayCell } from '../number.rules'
import { isMarked } from '../small.rules'
import { toCoarse } from './coarse.rules'
import type { ExactTable } from './line.rules'
import { countTrafficking } from './trafficking.rules'
import { toTraffickingTables, traffickingDefinitions } from './trafficking.view'
import { toTraffickingDocument } from './trafficking-document.view'

/** Someone in every line there is. */
const full = (): ExactTable => {
  const { parts, ...table } = countTrafficking(2025, [])
  const countries = ['BR', 'XXA', 'XXX'].map((code) => ({
    code,
    cells: { notified: 0, identified: 0, accompanied: 0 },
  }))
  return {
    ...table,
    unreadable: 2,
    parts: parts.map(({ part, lines }) => ({
      part,
      lines: [...(part === 'nationality' ? countries : []), ...lines].map(({ code }) => ({
        code,
        cells: { notified: 12, identified: 11, accompanied: 3 },
      })),
    })),
  }
}

describe('the tables in words', () => {
  it.each(LOCALES.codes)('name every line, each by a name of its own, in %s', async (locale) => {
    const messages = await catalogue[locale]()
    const t = createTranslator({ locale, messages, namespace: 'reporting' })
    const file = createTranslator({ locale, messages, namespace: 'trafficking' })
    const words = { t, file, locale }
    for (const table of toTraffickingTables(full(), words)) {
      const labels = table.rows.filter(({ id }) => id !== 'XXX').map(({ label }) => label)
      expect(labels.filter((label) => label === '' || /^\d+$|\./.test(label))).toEqual([])
      expect([table.caption, new Set(labels).size]).toEqual([table.caption, labels.length])
      expect(table.notes.length).toBeGreaterThan(0)
    }
    const coarse = toTraffickingTables(toCoarse(full()), words)
    expect(coarse.map(({ rows }) => rows.some(({ kind }) => kind !== 'known'))).toEqual(
      coarse.map(() => false),
    )
    expect(traffickingDefinitions(words).map(({ text }) => text.length > 20)).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it('say on each table that is copied alone how to read it, and mark no rounded number as small', async () => {
    const paper = {
      locale: 'en',
      organisation: 'Invented',
      by: 'Casey',
      moment: '1 December 2026',
      copy: 'K7Q3FW',
      day: (day: string) => day,
    } as const
    const exact = await toTraffickingDocument(full(), paper)
    const coarse = await toTraffickingDocument(toCoarse(full()), paper)
    expect([exact.document.mark, coarse.document.mark]).toEqual([
      'Internal: exact numbers, do not publish',
      'Internal: rounded numbers, do not publish',
    ])
    const tablesOf = ({ document }: typeof exact) =>
      document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
    for (const table of tablesOf(coarse)) {
      expect([table.caption, table.notes[0]]).toEqual([
        table.caption,
        expect.stringContaining('Rounded to multiples of five.'),
      ])
      // Three of a line are fewer than ten; twelve are ten, which is a small number only where it is exact.
      expect(sayCell(table, { row: 0, column: 2 }, 'en')).toBe('x')
      expect(sayCell(table, { row: 0, column: 0 }, 'en')).toBe('10')
      expect(isMarked(table, { row: 0, column: 0 })).toBe(false)
    }
    const named = tablesOf(exact).filter(({ notes }) =>
      notes.some((note) => note.includes('Case Data Standard')),
    )
    expect(named).toHaveLength(7)
  })
})
