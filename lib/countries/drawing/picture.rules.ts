// What a chart shows, with every word already in the language of the reader: the drawings only place it.

import type { ChartForm } from '../chart-vocabulary.rules'

export type Mark = {
  /** The fact it shows; null for what was subtracted. */
  readonly slug: string | null
  readonly label: string
  readonly value: number
  readonly low: number
  readonly high: number
  /** The number as it is written beside the mark. */
  readonly said: string
  readonly lowSaid: string
  readonly year: number | null
  /** The second figure printed for the same thing. */
  readonly rival: { readonly value: number; readonly said: string } | null
  /** The change on the year before, when that year is known too. */
  readonly change: string | null
  readonly isRest: boolean
}

export type Picture = {
  readonly form: ChartForm
  readonly marks: readonly Mark[]
  /** Shares of a hundred: the scale then ends at a hundred where the whole matters. */
  readonly isShare: boolean
  /** All of it, when the marks are parts of a known number. */
  readonly whole: number
  readonly words: {
    readonly noFigure: string
    readonly also: (figure: string) => string
    /** A point of the scale. */
    readonly scale: (value: number) => string
  }
}
