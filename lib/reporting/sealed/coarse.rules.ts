import {
  type Cells,
  COLUMNS,
  type ExactTable,
  isMissing,
  type Line,
  type Part,
  type TraffickingTable,
} from './line.rules'

/**
 * The table for readers of reports who may not read sealed figures: each number is rounded to five, and none under ten is shown. What is
 * printed of a line follows from that line alone, and a part never says its total or what is not recorded in it: whatever the printed lines
 * are, the people of whom nothing is recorded may be any number, so that nothing can be found by subtracting (docs/adr/0141).
 */
export const LEAST = 10
const STEP = 5

/** Null: fewer than ten, none among them; drawn as `x`. */
export const toCoarseNumber = (count: number): number | null =>
  count < LEAST ? null : Math.round(count / STEP) * STEP

export type CoarseTable = Pick<TraffickingTable<number | null>, 'year' | 'parts'>

/**
 * Without the parts that hang together with another one: sectors add up to a form, and how far a procedure came says something of what
 * became of it. Without the choice, which is between a person and us.
 */
const SHOWN: readonly Part[] = ['form', 'sex', 'age', 'nationality', 'recruitment', 'outcome']

/** Why it ended is too fine: the reasons are one line. */
const MERGED = ['stopped', 'alternative']
const lineOf = (part: Part, code: string): string =>
  part === 'outcome' ? (MERGED.find((kind) => code.startsWith(`${kind}_`)) ?? code) : code

const add = (one: Cells, other: Cells): Cells => ({
  notified: one.notified + other.notified,
  identified: one.identified + other.identified,
  accompanied: one.accompanied + other.accompanied,
})

const merged = (part: Part, lines: readonly Line[]): readonly Line[] => {
  const sums = new Map<string, Cells>()
  for (const { code, cells } of lines) {
    const line = lineOf(part, code)
    const before = sums.get(line)
    sums.set(line, before === undefined ? cells : add(before, cells))
  }
  return [...sums].map(([code, cells]) => ({ code, cells }))
}

/** Of countries and regions those with a number: that one is named would say that someone is from there. */
const LISTED: readonly Part[] = ['nationality', 'recruitment']

export const toCoarse = ({ year, parts }: ExactTable): CoarseTable => ({
  year,
  parts: parts
    .filter(({ part }) => SHOWN.includes(part))
    .map(({ part, lines }) => ({
      part,
      lines: merged(part, lines)
        // The reasons of an end are merged with those that are not recorded before what is not recorded goes.
        .filter(({ code }) => !isMissing(code))
        .map(({ code, cells }) => ({
          code,
          cells: {
            notified: toCoarseNumber(cells.notified),
            identified: toCoarseNumber(cells.identified),
            accompanied: toCoarseNumber(cells.accompanied),
          },
        }))
        .filter(
          ({ cells }) => !LISTED.includes(part) || COLUMNS.codes.some((column) => cells[column] !== null),
        ),
    })),
})
