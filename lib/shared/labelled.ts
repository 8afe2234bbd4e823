/** Something with a label in each of the four languages. */
export type Labelled = {
  readonly labelEn: string
  readonly labelFr: string
  readonly labelNl: string
  readonly labelDe: string
}

/** The label in a language; English for any other. */
export const labelIn = (row: Labelled, locale: string): string =>
  ({ fr: row.labelFr, nl: row.labelNl, de: row.labelDe })[locale] ?? row.labelEn

/** What is read of a row for it. */
export const LABELS = { labelEn: true, labelFr: true, labelNl: true, labelDe: true } as const
