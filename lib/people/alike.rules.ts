/** Could someone be a person we know? A hint while one types: it never decides and never blocks. */
import type { Likeness } from './match.rules'
import type { NameKind } from './name.rules'

export type Described = { readonly name: string; readonly nationality: string; readonly placeId: string }
type Known = {
  /** Which of their names fits best. */
  readonly kind: NameKind
  readonly countries: readonly string[]
  readonly places: readonly string[]
}
/** Why someone known could be meant: which of their names, how well it fits, and what else fits. */
export type Fit = {
  readonly isSameName: boolean
  readonly nameKind: NameKind
  readonly isSameNationality: boolean
  readonly isSamePlace: boolean
}

export const fitOf = (
  described: Described,
  { isSame }: Likeness,
  { kind, countries, places }: Known,
): Fit => ({
  isSameName: isSame,
  nameKind: kind,
  isSameNationality: countries.includes(described.nationality),
  isSamePlace: places.includes(described.placeId),
})

/** The more fits, the sooner. The name decides; what else fits decides among names that are about as near. */
export const rankOf = ({ score }: Likeness, { isSameNationality, isSamePlace }: Fit): number =>
  score + (isSameNationality ? 0.15 : 0) + (isSamePlace ? 0.08 : 0)
