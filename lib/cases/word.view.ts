import { type Labelled, labelIn } from '@/lib/shared/labelled'

export { type Labelled, labelIn }

type Word = Labelled & { readonly list: string; readonly code: string; readonly validTo: Date | null }
export type Option = { readonly value: string; readonly label: string }
export type Labels = {
  /** The label of a code; the code itself when the list does not know it any more. */
  readonly of: (list: string, code: string) => string
  /** What may be chosen today. */
  readonly options: (list: string) => Option[]
}

export const toWords = (rows: readonly Word[], locale: string): Labels => {
  const labels = new Map(rows.map((row) => [`${row.list}/${row.code}`, labelIn(row, locale)]))
  return {
    of: (list, code) => labels.get(`${list}/${code}`) ?? code,
    options: (list) =>
      rows
        .filter((row) => row.list === list && row.validTo === null)
        .map((row) => ({ value: row.code, label: labelIn(row, locale) })),
  }
}
