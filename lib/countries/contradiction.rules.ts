// A contradiction keeps every rival figure and the reason; nothing is corrected in silence.

import type { Texts } from './fact.rules'
import type { ContradictionKind } from './vocabulary.rules'

export type Contradiction = {
  readonly slug: string
  readonly kind: ContradictionKind
  readonly summary: Texts
  /** What we show, and why. */
  readonly handling: Texts
  readonly figures: Readonly<Record<string, number | string>>
  readonly facts: readonly { readonly country: string; readonly slug: string; readonly label: Texts }[]
}
