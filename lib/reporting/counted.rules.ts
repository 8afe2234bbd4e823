import { NOT_RECORDED } from './dimension.rules'
import { isAdditive } from './figure.rules'
import { type Column, type OwnDimensions, type Question, readColumn, toColumnText } from './question.rules'

export type CountedColumn = {
  readonly column: Column
  /** The value of the dimension that breaks one figure into columns; null of a column that is not. */
  readonly split: string | null
  /** Under each value of the rows; the total stands under null. Undefined where the figure has no such breakdown. */
  readonly values: ReadonlyMap<string | null, number | null>
  /** Whether the figure can be broken down by what the rows are. */
  readonly isBroken: boolean
  /** Whether the figure knows every condition that was set; of one that does not, nothing is told. */
  readonly isKnown: boolean
}

export type Counted = {
  readonly columns: readonly CountedColumn[]
  /** By column: how many may belong to the period and have no certain day in it. */
  readonly uncertain: readonly number[]
  /** The first figure by month, where it happens in months. */
  readonly months: ReadonlyMap<string, number | null> | null
}

/** What a run keeps: codes and numbers. Its words are made when it is read, in the language of the reader. */
export type StoredCells = {
  readonly columns: readonly {
    readonly column: string
    readonly split: string | null
    readonly isBroken: boolean
  }[]
  readonly rows: readonly { readonly value: string | null; readonly cells: readonly (number | null)[] }[]
}

/** The first column that is no part of another one: what a sentence about the table is told of. */
export const wholeColumn = ({ columns }: Pick<Counted, 'columns'>): number =>
  Math.max(
    0,
    columns.findIndex(({ split }) => split === null),
  )

/** The columns into which an own field breaks a figure, in the order of its values; what is not recorded comes last of them, and then the whole. */
export const inColumns = (
  counted: Counted,
  { split }: Pick<Question, 'split'>,
  own: OwnDimensions,
): Counted => {
  const values = own.find(({ id }) => id === split)?.values
  if (values === undefined) return counted
  const parts = counted.columns.filter((one) => one.split !== null && one.split !== NOT_RECORDED)
  const order = new Set([
    ...values.map(({ code }) => code),
    ...parts.map((one) => one.split),
    NOT_RECORDED,
    null,
  ])
  return {
    ...counted,
    columns: [...order].flatMap((value) => counted.columns.filter((one) => one.split === value)),
  }
}

/** What was counted, as a run keeps it. */
export const toStored = ({ columns }: Counted): StoredCells => {
  const values = [...new Set(columns.flatMap(({ values: own }) => [...own.keys()]))]
  return {
    columns: columns.map(({ column, split, isBroken }) => ({
      column: toColumnText(column),
      split,
      isBroken,
    })),
    rows: values.map((value) => ({ value, cells: columns.map((one) => one.values.get(value) ?? null) })),
  }
}

/** The same as it was counted then. Columns that are figures no more are left out. */
export const fromStored = ({ columns, rows }: StoredCells, own: OwnDimensions): Counted => ({
  columns: columns.flatMap(({ column, split, isBroken }, at) => {
    const read = readColumn(column, own)
    return read === null
      ? []
      : [
          {
            column: read,
            split,
            isBroken,
            // What was not counted was stored as null, and is told as it was.
            isKnown: true,
            values: new Map(rows.map(({ value, cells }) => [value, cells[at] ?? null])),
          },
        ]
  }),
  uncertain: [],
  months: null,
})

const isSame = (one: CountedColumn, other: CountedColumn): boolean =>
  toColumnText(one.column) === toColumnText(other.column) && one.split === other.split

/** A row that was not there held none of what is counted; of a middle or a share there is then nothing to compare. */
const change = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before

/** How much larger each number is in the second of two; null where one of them has none. A column of one alone is left out. */
export const difference = (before: Counted, after: Counted): Counted => ({
  ...after,
  columns: after.columns.flatMap((column) => {
    const old = before.columns.find((one) => isSame(one, column))
    if (old === undefined) return []
    const none = isAdditive(column.column.figure) ? 0 : null
    const at = (one: CountedColumn, value: string | null): number | null => {
      const cell = one.values.get(value)
      return cell === undefined ? none : cell
    }
    const values = [...new Set([...column.values.keys(), ...old.values.keys()])]
    return [
      {
        ...column,
        values: new Map(values.map((value) => [value, change(at(old, value), at(column, value))])),
      },
    ]
  }),
})
