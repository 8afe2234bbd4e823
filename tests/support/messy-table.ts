import type { Field } from '@/lib/imports/field.rules'

/** What a cell is, and what it should become: a code or a text; null where it has to go into a note. */
type Cell = readonly [text: string, means: string | null]

/** Places by their slug, because their ids are of the reference data. */
const PLACES: readonly Cell[] = [
  ['Vottem', 'civ'],
  ['Brugge', 'cib'],
  ['Bruges', 'cib'],
  ['Merksplas', 'cim'],
  ['Holsbeek', 'cih'],
  ['127bis', '127bis'],
  ['127 bis', '127bis'],
  ['Caricole', 'caricole'],
  ['centre fermé de Vottem', 'civ'],
  ['centrum voor illegalen Holsbeek', 'cih'],
  ['CIM', 'cim'],
  ['CF Bruges', 'cib'],
  ['', ''],
]
const COUNTRIES: readonly Cell[] = [
  ['guinéenne', 'GN'],
  ['Guinée', 'GN'],
  ['Guinea', 'GN'],
  ['afghan', 'AF'],
  ['Afghaanse', 'AF'],
  ['AFG', 'AF'],
  ['Congo', 'CD'],
  ['RDC', 'CD'],
  ['congolaise (RDC)', 'CD'],
  ['Marokkaans', 'MA'],
  ['marocain', 'MA'],
  ['Syrie', 'SY'],
  ['SYR', 'SY'],
  ['Érythrée', 'ER'],
  ['palestinien', 'PS'],
  ['Türkei', 'TR'],
  ['Albanië', 'AL'],
  ['camerounaise', 'CM'],
  ['inconnue', 'notKnown'],
  ['', 'notAsked'],
]
const LANGUAGES: readonly Cell[] = [
  ['pulaar', 'ff'],
  ['Peul, français', 'ff fr'],
  ['FR', 'fr'],
  ['Dari + Pashto', 'prs ps'],
  ['arabe', 'ar'],
  ['Arabisch', 'ar'],
  ['tigrigna', 'ti'],
  ['Lingala / français', 'ln fr'],
  ['albanais', 'sq'],
  ['anglais et français', 'en fr'],
  ['', ''],
]
const SEXES: readonly Cell[] = [
  ['H', 'm'],
  ['M', 'm'],
  ['homme', 'm'],
  ['F', 'f'],
  ['V', 'f'],
  ['vrouw', 'f'],
  ['', 'not_asked'],
]
const BIRTHS: readonly Cell[] = [
  ['3-9-98', '3/9/1998'],
  ['03/04/1998', '3/4/1998'],
  ['3 sept. 1998', '3 sept. 1998'],
  ['12.11.2001', '12/11/2001'],
  ['35889', '1998-04-04'],
  ['vers 1990', 'vers 1990'],
  ['1987', '1987'],
  ['mars 2009', 'mars 2009'],
  ['31/02/1998', null],
  ['', ''],
]
const SINCE: readonly Cell[] = [
  ['3-9-26', '2026-09-03'],
  ['3 sept. 2026', '2026-09-03'],
  ['46268', '2026-09-03'],
  ['15/10/2026', '2026-10-15'],
  ['lundi 7 sept. 2026', '2026-09-07'],
  ['', ''],
]
const PHONES: readonly Cell[] = [
  ['0470 12 34 56', '0470 12 34 56'],
  ['0470/12.34.56', '0470/12.34.56'],
  ['+32 470 12 34 56 / +224 622 12 34 56', '+32 470 12 34 56|+224 622 12 34 56'],
  ['pas de gsm', null],
  ['', ''],
]
const OFFICE: readonly Cell[] = [
  ['8.123.456', '8.123.456'],
  ['SP 8 765 432', 'SP 8 765 432'],
  ['', ''],
]

export const HEADERS: readonly (readonly [heading: string, field: Field | ''])[] = [
  ['N°', ''],
  ['Réf.', 'ownReference'],
  ['Nom', 'familyName'],
  ['Prénom', 'givenName'],
  ['Sexe (H/F)', 'sex'],
  ['Né(e) le', 'born'],
  ['Nationalité', 'nationality'],
  ['Langue(s)', 'language'],
  ['Centre fermé', 'place'],
  ['Depuis le', 'since'],
  ['GSM', 'phone'],
  ['N° SP', 'officeNumber'],
  ['Remarques', 'note'],
]
const LISTS = {
  sex: SEXES,
  born: BIRTHS,
  nationality: COUNTRIES,
  language: LANGUAGES,
  place: PLACES,
  since: SINCE,
  phone: PHONES,
  officeNumber: OFFICE,
}

export type MessyRow = {
  readonly cells: readonly string[]
  /** What each field should become; null goes into a note. */
  readonly means: Readonly<Partial<Record<Field, string | null>>>
}
const pick = (list: readonly Cell[], n: number): Cell => list[n % list.length] ?? ['', '']

/**
 * A table as an organisation has it: titles above the headings, an empty row, totals among and below, invented people whose cells hold every
 * spelling that the importer once refused. The same for the same number of rows.
 */
export const messyTable = (
  size: number,
): { readonly rows: readonly (readonly string[])[]; readonly people: readonly MessyRow[] } => {
  const people = Array.from({ length: size }, (_, n): MessyRow => {
    const drawn = Object.entries(LISTS).map(
      ([field, list], index) => [field, pick(list, n * (index + 1) + index + Math.floor(n / 11))] as const,
    )
    const texts = new Map<string, string>(drawn.map(([field, [text]]) => [field, text]))
    const fixed: Readonly<Record<string, string>> = {
      ownReference: `D-${100 + n}`,
      familyName: `Fictar${n}`,
      givenName: n % 2 ? 'Élodie' : 'Kalimo',
      note: n % 5 === 0 ? 'Zzcall before noon' : '',
    }
    const hasPlace = texts.get('place') !== ''
    const means: Record<string, string | null> = Object.fromEntries([
      ...drawn.map(([field, [, value]]) => [field, value]),
      ...Object.entries(fixed),
    ])
    // A day without a centre is a stay nowhere.
    if (!hasPlace && texts.get('since') !== '') means.since = null
    return {
      cells: HEADERS.map(([heading, field]) =>
        heading === 'N°' ? String(n + 1) : (fixed[field] ?? texts.get(field) ?? ''),
      ),
      means,
    }
  })
  const half = Math.floor(size / 2)
  const row = (...cells: string[]): string[] => cells
  return {
    people,
    rows: [
      row('Suivi centres fermés 2026'),
      row('', '', '', '', '', 'Mis à jour', '01/11/2026'),
      row(),
      HEADERS.map(([heading]) => heading),
      ...people.slice(0, half).map(({ cells }) => cells),
      row('Sous-total', '', String(half)),
      row('', '', ''),
      ...people.slice(half).map(({ cells }) => cells),
      row('', '', `Total: ${size}`),
    ],
  }
}

/** What a coordinator is asked of this table, and says; the order of its days is asked beside. */
export const ANSWERS: readonly {
  readonly field: 'nationality' | 'place'
  readonly word: string
  readonly means: string
}[] = [
  { field: 'nationality', word: 'Congo', means: 'CD' },
  { field: 'place', word: 'Brugge', means: 'cib' },
  { field: 'place', word: 'Bruges', means: 'cib' },
  { field: 'place', word: 'Merksplas', means: 'cim' },
]
