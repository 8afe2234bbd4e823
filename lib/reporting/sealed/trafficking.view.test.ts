import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { catalogue } from '@/lib/i18n/catalogue'
import { LOCALES } from '@/lib/i18n/locales'
import { toCoarse } from './coarse.rules'
import type { ExactTable } from './line.rules'
import { countTrafficking } from './trafficking.rules'
import { toTraffickingTables, traffickingDefinitions } from './trafficking.view'

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
})
