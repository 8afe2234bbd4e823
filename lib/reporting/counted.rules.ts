import { type Column, readColumn, toColumnText } from './question.rules'

export type CountedColumn = {
  readonly column: Column
  /** The value of the dimension that breaks one figure into columns; null of a column that is not. */
  readonly split: string | null
  /** Under each value of the rows; the total stands under null. Undefined where the figure has no such breakdown. */
  readonly values: ReadonlyMap<string | null, number | null>
  /** Whether the figure can be broken down by what the rows are. */
  readonly isBroken: boolean
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
export const fromStored = ({ columns, rows }: StoredCells): Counted => ({
  columns: columns.flatMap(({ column, split, isBroken }, at) => {
    const read = readColumn(column)
    return read === null
      ? []
      : [
          {
            column: read,
            split,
            isBroken,
            values: new Map(rows.map(({ value, cells }) => [value, cells[at] ?? null])),
          },
        ]
  }),
  uncertain: [],
  months: null,
})

/** How much larger each number is in the second of two; null where one of them has none. */
export const difference = (before: Counted, after: Counted): Counted => ({
  ...after,
  columns: after.columns.map((column, at) => {
    const old = before.columns[at]
    const values = new Set([...column.values.keys(), ...(old?.values.keys() ?? [])])
    return {
      ...column,
      values: new Map(
        [...values].map((value) => [value, (column.values.get(value) ?? 0) - (old?.values.get(value) ?? 0)]),
      ),
    }
  }),
})
