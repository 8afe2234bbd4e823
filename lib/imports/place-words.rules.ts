import { type Finder, makeFinder } from './finder.rules'
import { foldWord } from './heading.rules'

export type PlaceWords = {
  readonly id: string
  readonly slug: string
  readonly kind: string
  readonly abbreviation: string | null
  readonly city: string | null
  /** Its name and its labels in four languages. */
  readonly names: readonly string[]
}

/** Words of every centre's name in four languages, folded: they say that a centre is meant, and not which. */
const GENERIC =
  /^(?:closed|detention|removal|repatriation|transit|return|centre|center|centres|cf|c f|ctr|ferme|fermes|retention|rapatriement|retour|maison|illegaux|clos|gesloten|gesl|centrum|cent|detentie|terugkeer\S*|repatriering\S*|woning|transitcentrum|illegalen|vreemdelingen|geschlossenes?|zentrum|transitzentrum|repatriierungszentrum|ruckkehr\S*|haft|haftzentrum|pour|voor|fur|for|de|du|des|d|la|le|l|les|van|von|in|te|a|au|aux|at|het|the|house|home|unit|fitt|airport|aeroport|luchthaven|flughafen|inad|cie)$/u
/** Of towns with a prison beside the closed centre: the name of the town alone is asked about. */
const PRISON_TOWNS = /^(?:bruges|brugge|brugges|merksplas)$/u
const PRISON = /\b(?:prison|gevangenis|gefangnis|maison d arret|penitentia\S*|pcb|jail)\b/u
const AIRPORT = /\b(?:inad|airport|aeroport|luchthaven|flughafen|zaventem)\b/u

/** "127 bis" is one word, and Brügge is Brugge without its dots. */
const wordsOf = (text: string): string[] =>
  foldWord(text)
    .replace(/\b(\d+) (bis|ter)\b/gu, '$1$2')
    .split(' ')
    .filter((word) => word !== '')
const tellingOf = (words: readonly string[]): string[] => words.filter((word) => !GENERIC.test(word))

/**
 * The centre that a cell names: by its name in four languages, its abbreviation, or the words of its name that no other one has
 * ("Vottem", "CF Bruges", "gesloten centrum Merksplas", "127 bis (Steenokkerzeel)"). What fits several is asked about.
 */
export const placeFinder = (places: readonly PlaceWords[]): Finder => {
  const telling = places.map(({ id, kind, names, city, abbreviation }) => ({
    id,
    kind,
    words: new Set(
      tellingOf(
        [...names, ...(kind === 'closed_centre' ? [city ?? '', abbreviation ?? ''] : [])].flatMap(wordsOf),
      ),
    ),
  }))
  const fitting = (folded: string): readonly string[] => {
    if (PRISON.test(folded)) return []
    const asked = tellingOf(wordsOf(folded))
    if (asked.length === 0) return []
    const hasAll = telling.filter(({ words }) => asked.every((word) => words.has(word)))
    // At an airport someone is held only where the cell says so: Antwerp is also a town.
    const fits = hasAll.filter(({ kind }) => kind !== 'inad_centre' || AIRPORT.test(folded))
    const centres = fits.filter(({ kind }) => kind === 'closed_centre')
    return (centres.length > 0 ? centres : fits).map(({ id }) => id)
  }
  const closed = telling.filter(({ kind }) => kind === 'closed_centre')
  const bearers = (word: string) => closed.filter(({ words }) => words.has(word)).map(({ id }) => id)
  const isTownAlone = (folded: string): boolean => PRISON_TOWNS.test(folded)
  return makeFinder(
    places.flatMap(({ id, slug, kind, names, abbreviation }) => [
      ...names.map((name): [string, string] => [name, id]),
      [slug, id] as const,
      ...(kind === 'closed_centre' && abbreviation !== null ? [[abbreviation, id] as const] : []),
      ...(slug === '127bis' ? [['127', id] as const] : []),
      ...tellingOf(names.flatMap(wordsOf))
        .filter((word) => bearers(word).length === 1)
        .map((word) => [word, id] as const),
    ]),
    {
      likely: (folded) => {
        const ids = fitting(folded)
        return ids.length > 1 || isTownAlone(folded) ? ids : []
      },
      derive: (folded) => {
        const [id, ...more] = fitting(folded)
        return id !== undefined && more.length === 0 ? id : null
      },
      // "Vottem since spring": a word of one centre among others.
      propose: (folded) =>
        PRISON.test(folded) ? [] : [...new Set(tellingOf(wordsOf(folded)).flatMap(bearers))].slice(0, 3),
    },
  )
}
