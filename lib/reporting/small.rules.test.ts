import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportTable, TableRow } from './document.rules'
import { isMarked, legendOf } from './small.rules'

const row = (kind: TableRow['kind'], ...cells: (number | null)[]): TableRow => ({
  id: kind,
  label: kind,
  kind,
  cells,
})
const tableOf = (sensitive: readonly boolean[], ...rows: readonly TableRow[]): ReportTable => ({
  caption: 'c',
  rowsLabel: 'r',
  columns: sensitive.map((each, index) => ({
    id: String(index),
    label: 'c',
    unit: 'count',
    sensitive: each,
  })),
  rows,
  notes: [],
})
const marks = (table: ReportTable) =>
  table.rows.map((_, at) => table.columns.map((__, column) => isMarked(table, { row: at, column })))

describe('small numbers', () => {
  it('are 1 to 10, of counts only', () => {
    const table = tableOf([false, false, false, false], row('known', 0, 1, 10, 11))
    expect(marks(table)).toEqual([[false, true, true, false]])
    const days = { ...table, columns: table.columns.map((column) => ({ ...column, unit: 'days' as const })) }
    expect(marks(days)).toEqual([[false, false, false, false]])
    expect([legendOf(table), legendOf(days)]).toEqual(['small', null])
  })

  it('under a sensitive heading are also none of them, and an answer that holds for all', () => {
    // Forty met, all of them with the need; then thirty, none of them.
    const whole = tableOf([false, true], row('known', 40, 40), row('known', 30, 0), row('total', 70, 40))
    expect(marks(whole)).toEqual([
      [false, true],
      [false, true],
      [false, false],
    ])
    // All 25 of a place gave the one answer, and only one place gave the other.
    expect(marks(tableOf([true, true], row('known', 25, 0), row('known', 12, 13)))).toEqual([
      [true, true],
      [false, true],
    ])
    // Everyone with the need is in one place.
    expect(marks(tableOf([true], row('known', 25), row('known', 0), row('missing', 0)))).toEqual([
      [true],
      [true],
      [true],
    ])
    expect(legendOf(whole)).toBe('sensitive')
  })

  it('mark more and never less under a sensitive heading', () => {
    const cells = fc.array(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 5,
    })
    void fc.assert(
      fc.property(cells, (numbers) => {
        const rows = numbers.map((each) => row('known', ...each))
        const plain = marks(tableOf([false, false, false], ...rows)).flat()
        const sensitive = marks(tableOf([true, true, true], ...rows)).flat()
        for (const [at, isPlain] of plain.entries()) if (isPlain) expect(sensitive[at]).toBe(true)
      }),
    )
  })
})
