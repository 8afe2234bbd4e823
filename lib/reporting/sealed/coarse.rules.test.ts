import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAST, toCoarse, toCoarseNumber } from './coarse.rules'
import type { ExactTable, Part } from './line.rules'

type Told = Readonly<Record<string, number>>
const cellsOf = (count: number) => ({ notified: count, identified: 0, accompanied: 0 })
const tableOf = (total: number, parts: Readonly<Partial<Record<Part, Told>>>): ExactTable => ({
  year: 2025,
  totals: cellsOf(total),
  unreadable: 0,
  parts: [
    { part: 'form', lines: linesOf(parts.form) },
    { part: 'sector', lines: linesOf(parts.sector) },
    { part: 'sex', lines: linesOf(parts.sex) },
    { part: 'nationality', lines: linesOf(parts.nationality) },
    { part: 'outcome', lines: linesOf(parts.outcome) },
  ],
})
const linesOf = (told: Told = {}) =>
  Object.entries(told).map(([code, count]) => ({ code, cells: cellsOf(count) }))

/** Every way to write a number as so many counts. */
const splits = (total: number, lines: number): number[][] =>
  lines === 1
    ? [[total]]
    : Array.from({ length: total + 1 }, (_, first) =>
        splits(total - first, lines - 1).map((rest) => [first, ...rest]),
      ).flat()

/**
 * A reader who knows how the table is made, tries each one that there can be, and keeps those that print the same. Answers which cells are
 * narrower than promised: under ten all ten numbers, shown all that round to it.
 */
const narrowed = (print: (table: ExactTable) => unknown, most: number): string[] => {
  const ranges = new Map<string, { from: number; to: number }[]>()
  for (let total = 0; total <= most; total++)
    for (const [labour = 0, sexual = 0, unasked = 0] of splits(total, 3))
      for (const [women = 0, men = 0] of splits(total, 2)) {
        const table = tableOf(total, {
          form: { labour, sexual, not_asked: unasked },
          sex: { f: women, not_asked: men },
        })
        const key = JSON.stringify(print(table))
        const before = ranges.get(key)
        const cells = [labour, sexual, women]
        if (before === undefined)
          ranges.set(
            key,
            cells.map((count) => ({ from: count, to: count })),
          )
        else
          before.forEach((range, index) => {
            range.from = Math.min(range.from, cells[index] ?? 0)
            range.to = Math.max(range.to, cells[index] ?? 0)
          })
      }
  return [...ranges].flatMap(([key, cells]) =>
    // What is near the end of what was tried could be more.
    cells.some(({ to }) => to > most - 13)
      ? []
      : cells.flatMap(({ from, to }, index) => {
          const said = toCoarseNumber(to)
          const isWide =
            said === null
              ? from === 0 && to === LEAST - 1
              : from <= Math.max(LEAST, said - 2) && to >= said + 2
          return isWide ? [] : [`${key} ${index}: ${from} to ${to}`]
        }),
  )
}

describe('the table for other readers', () => {
  it('rounds to five, shows nothing under ten, and merges the reasons of an end', () => {
    const { parts } = toCoarse(
      tableOf(200, {
        form: { labour: 61, sexual: 58, other: 9, not_recorded: 40, not_asked: 32 },
        sector: { construction: 30, not_asked: 31 },
        sex: { f: 102, m: 98, not_known: 0 },
        nationality: { BR: 12, MA: 9, several: 10, not_asked: 170 },
        outcome: {
          open: 150,
          stopped_shelved: 6,
          stopped_not_recorded: 7,
          alternative_asylum: 9,
          not_recorded: 28,
        },
      }),
    )
    const shown = parts.map(({ part, lines }) => [
      part,
      lines.map(({ code, cells }) => [code, cells.notified]),
    ])
    expect(shown).toEqual([
      [
        'form',
        [
          ['labour', 60],
          ['sexual', 60],
          ['other', null],
        ],
      ],
      [
        'sex',
        [
          ['f', 100],
          ['m', 100],
        ],
      ],
      [
        'nationality',
        [
          ['BR', 10],
          ['several', 10],
        ],
      ],
      [
        'outcome',
        [
          ['open', 150],
          ['stopped', 15],
          ['alternative', null],
        ],
      ],
    ])
  })

  it('leaves a reader who tries every possible table with every number that a cell may be', () => {
    expect(narrowed(toCoarse, 30)).toEqual([])
  })

  // What the program does not do: the same reader finds numbers when the total, or what is not recorded, is printed as well.
  it('would leave less if it printed the total or the lines of what is not recorded', () => {
    const withTotal = (table: ExactTable) => [toCoarse(table), toCoarseNumber(table.totals.notified)]
    expect(narrowed(withTotal, 25).length).toBeGreaterThan(0)
    const withMissing = ({ parts }: ExactTable) =>
      parts.map(({ lines }) => lines.map(({ cells }) => toCoarseNumber(cells.notified)))
    expect(narrowed(withMissing, 25).length).toBeGreaterThan(0)
  })

  it('leaves each cell of a random table as wide, whatever the sums of what is printed', () => {
    const counts = fc.dictionary(fc.constantFrom('labour', 'sexual', 'other', 'several'), fc.nat(60))
    fc.assert(
      fc.property(
        counts,
        fc.constantFrom('labour', 'sexual', 'other', 'several'),
        fc.nat(60),
        (form, line, other) => {
          // Another table in which one line is another number of the same print, and its people are of those not asked.
          const before = form[line] ?? 0
          fc.pre(toCoarseNumber(before) === toCoarseNumber(other))
          const sum = Object.values(form).reduce((all, count) => all + count, 100)
          const print = (told: Told) =>
            toCoarse(
              tableOf(sum, {
                form: { ...told, not_asked: sum - Object.values(told).reduce((a, b) => a + b, 0) },
              }),
            )
          expect(print({ ...form, [line]: other })).toEqual(print({ ...form, [line]: before }))
        },
      ),
    )
  })
})
