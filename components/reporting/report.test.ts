import { createElement, Fragment } from 'react'
import { describe, expect, it } from 'vitest'
import { isMarked } from '@/lib/reporting/small.rules'
import { draw } from '@/tests/support/draw'
import { reportDocument } from '@/tests/support/report-documents'
import { ReportChart } from './report-chart'
import { ReportTable } from './report-table'

const charts = (language: 'en' | 'de') =>
  reportDocument(language).blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))
const table = (() => {
  const found = reportDocument('en').blocks.find((block) => block.kind === 'table')
  if (found?.kind !== 'table') throw new Error('the invented report has a table')
  return found.table
})()

describe('a table of a report on a page', () => {
  it('has a caption, heads of its own for columns and rows, and every number', async () => {
    const html = await draw(createElement(ReportTable, { table }))
    expect(html).toContain(`<caption class="sr-only">${table.caption}</caption>`)
    expect(html.match(/<th scope="col"/g)).toHaveLength(table.columns.length + 1)
    expect(html.match(/<th scope="row"/g)).toHaveLength(table.rows.length)
    expect(html.match(/<td/g)).toHaveLength(table.rows.length * table.columns.length)
    expect(html).toContain('1,353')
  })

  it('marks each small number for the eye and for the ear, and says what the mark is', async () => {
    const html = await draw(createElement(ReportTable, { table }))
    const marked = table.rows.flatMap((_, row) =>
      table.columns.filter((__, column) => isMarked(table, { row, column })),
    )
    expect(html.match(/class="hatched"/g)).toHaveLength(marked.length)
    expect(html.match(/\(small number\)/g)).toHaveLength(marked.length)
    expect(html).toContain('Hatched or grey: 1 to 10.')
    expect(html).toContain('no figure')
  })
})

describe('a chart of a report on a page', () => {
  it('says what is seen, is described for those who do not see it, and has its numbers as a table', async () => {
    for (const language of ['en', 'de'] as const) {
      const given = charts(language)
      const html = await draw(
        createElement(
          Fragment,
          null,
          given.map((chart, index) => createElement(ReportChart, { key: index, id: `c${index}`, chart })),
        ),
        language,
      )
      for (const { title, alternative } of given) {
        expect(html).toContain(`${title}</h2>`)
        expect(html).toContain(`role="img" aria-label="${alternative}"`)
      }
      expect(html.match(/<details/g)).toHaveLength(given.length)
      expect(html.match(/<caption/g)).toHaveLength(given.length)
      // A pattern that is there twice is the first one for both, which may be hidden.
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})
