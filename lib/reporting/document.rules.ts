// What a report is on paper, in a workbook and in a file of text: made once, drawn by each format. Numbers are exact and internal
// (docs/adr/0136); every text is in the language of the document already.

/** How a number is written: `share` is 0 to 1, the others as they are counted. */
export type NumberUnit = 'count' | 'days' | 'hours' | 'minutes' | 'share'

export type TableColumn = {
  readonly id: string
  readonly label: string
  readonly unit: NumberUnit
  /** A breakdown under a sensitive heading: also its zero and one answer that holds for all are marked. */
  readonly sensitive: boolean
}

/** `known` is a row of the dimension, `missing` who is not recorded there, `total` everything once, however the rows add up. */
export type RowKind = 'known' | 'missing' | 'total'

export type TableRow = {
  readonly id: string
  readonly label: string
  readonly kind: RowKind
  /** One a column; null where the figure has no meaning (a median of nothing). */
  readonly cells: readonly (number | null)[]
}

export type ReportTable = {
  /** Unit, period, what is counted: "People met, by place, 1 January to 30 November 2026". */
  readonly caption: string
  readonly rowsLabel: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** Why a sum does not add up, what is not recorded, what is left out. */
  readonly notes: readonly string[]
  /** Its numbers were made coarse before they came here: none of them is small, and a null is a number that is not said. */
  readonly isProtected?: true
}

export type ReportPoint = {
  /** Short, under a bar: "Oct". */
  readonly label: string
  /** In full, in sentences and in the table of the chart: "October". Where it is left out the label is said. */
  readonly name?: string
  readonly value: number | null
  /** `steps` only: its place on the line of days, so that a step is as wide as its days. */
  readonly at?: number
}

/** `bars`: one number a label. `lines`: by month. `multiples`: the same bars for each centre on one scale. `steps`: a survival curve. */
export type ReportChart = {
  readonly kind: 'bars' | 'lines' | 'multiples' | 'steps'
  /** Says what is seen ("Most people in October: 71"); never why. */
  readonly title: string
  /** What the picture shows, in words, for who cannot see it. */
  readonly alternative: string
  readonly unit: NumberUnit
  /** What its labels are ("Month"), at the head of its table. */
  readonly rowsLabel?: string
  readonly series: readonly {
    readonly label: string
    readonly points: readonly ReportPoint[]
  }[]
}

export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly table: ReportTable }
  | { readonly kind: 'chart'; readonly chart: ReportChart }
  /** Written by a colleague, to be edited afterwards; null where nothing was written yet. */
  | { readonly kind: 'editable'; readonly label: string; readonly text: string | null }
  | { readonly kind: 'pageBreak' }

export type ReportDocument = {
  readonly language: 'en' | 'fr' | 'nl' | 'de'
  readonly title: string
  readonly organisation: string
  /** "INTERNAL: exact numbers, do not publish": on every page, in every sheet. */
  readonly mark: string
  /** Copy number, name and minute, as they are printed on every page. */
  readonly copy: string
  readonly blocks: readonly ReportBlock[]
}

/** Whose copy it is, and how it names days. */
export type Paper = Pick<ReportDocument, 'organisation'> & {
  readonly locale: ReportDocument['language']
  /** The name of the account that took the copy. */
  readonly by: string
  readonly moment: string
  readonly copy: string
  readonly day: (day: string) => string
}

/** From here down a number is small: it is drawn hatched, because people who know them may recognise them. */
export const SMALL_FROM = 1
export const SMALL_TO = 10
export const isSmall = (value: number | null): boolean =>
  value !== null && value >= SMALL_FROM && value <= SMALL_TO
