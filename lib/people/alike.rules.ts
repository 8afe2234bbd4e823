/** Could somebody be a person we know? A hint while one types: it never decides and never blocks. */
import { foldName, type NameKind } from './name.rules'

/** Letters to change, to add or to leave out; counted up to two. */
const isNear = (a: string, b: string): boolean => {
  if (a === b) return true
  const most = Math.min(a.length, b.length) >= 6 ? 2 : 1
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > most) return false
  let before = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1]
    for (const [j, other] of [...b].entries())
      row.push(
        Math.min((row[j] ?? 0) + 1, (before[j + 1] ?? 0) + 1, (before[j] ?? 0) + (letter === other ? 0 : 1)),
      )
    before = row
  }
  return (before.at(-1) ?? most + 1) <= most
}

/** How well a known name fits one that was heard: 2 the same words, 1 near or a part of it, 0 not. */
const likeness = (heard: string, known: string): 0 | 1 | 2 => {
  const words = (name: string): string[] =>
    foldName(name)
      .split(' ')
      .filter((word) => word !== '')
      .sort()
  const [a, b] = [words(heard), words(known)]
  if (a.length === 0 || b.length === 0) return 0
  if (a.join(' ') === b.join(' ')) return 2
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.every((word) => long.some((other) => isNear(word, other))) ? 1 : 0
}

/** The same words, in any order and whatever their accents. */
export const isSameName = (one: string, other: string): boolean => likeness(one, other) === 2

export type Described = { readonly name: string; readonly nationality: string; readonly placeId: string }
type Known = {
  readonly names: readonly { readonly kind: NameKind; readonly text: string }[]
  readonly countries: readonly string[]
  readonly places: readonly string[]
}
/** Why somebody known could be meant: which of her names, how well it fits, and what else fits. */
export type Fit = {
  readonly isSameName: boolean
  readonly nameKind: NameKind
  readonly isSameNationality: boolean
  readonly isSamePlace: boolean
}

/** How a known person fits a description; null when no name of hers does. */
export const fitOf = (described: Described, { names, countries, places }: Known): Fit | null => {
  const graded = names.map(({ kind, text }) => ({ kind, grade: likeness(described.name, text) }))
  const best = graded.reduce<(typeof graded)[number] | null>(
    (found, one) => (one.grade > (found?.grade ?? 0) ? one : found),
    null,
  )
  if (best === null) return null
  return {
    isSameName: best.grade === 2,
    nameKind: best.kind,
    isSameNationality: countries.includes(described.nationality),
    isSamePlace: places.includes(described.placeId),
  }
}

/** The more fits, the sooner: the name weighs more than all the rest. */
export const weightOf = ({ isSameName, isSameNationality, isSamePlace }: Fit): number =>
  (isSameName ? 4 : 0) + (isSameNationality ? 2 : 0) + (isSamePlace ? 1 : 0)
