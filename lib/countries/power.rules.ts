// Who decides on what. A level without a word has no say there; what we are not sure of says so.

import type { Texts } from './fact.rules'

export type Level = { readonly slug: string; readonly label: Texts }

export type Power = {
  readonly slug: string
  readonly label: Texts
  /** Who at each level, by the slug of the level. */
  readonly says: Readonly<Record<string, Texts>>
  readonly isUnsure: boolean
}

export type Step = {
  /** The body, as the directory knows it. */
  readonly slug: string
  readonly name: Texts
  readonly does: Texts
  /** Gives shelter or watches while the others decide. */
  readonly isBeside: boolean
  readonly isUnsure: boolean
}

export type Powers = {
  readonly levels: readonly Level[]
  readonly powers: readonly Power[]
  readonly steps: readonly Step[]
}
