import { PERSON_FIELD_NAMES, type PersonField } from '@/lib/people/person-field.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What a column of a table can say about a person and their file: what the intake asks, and the day the file was opened. */
export const FIELDS = vocabulary('imports.fields', [
  'name',
  'givenName',
  'familyName',
  'otherName',
  ...PERSON_FIELD_NAMES.codes,
  'born',
  'age',
  'nationality',
  'language',
  'kind',
  'place',
  'since',
  'openedOn',
  'nextStep',
  'nextStepOn',
])
export type Field = CodeOf<typeof FIELDS>

/** Of each column its field, or '' for a column that is left behind. */
export type Columns = readonly (Field | '')[]

export const DATE_FIELDS: readonly Field[] = ['born', 'since', 'openedOn', 'nextStepOn']
/** Fields whose answers are words of a list. */
export const LIST_FIELDS = vocabulary('imports.list-fields', [
  ...PERSON_FIELD_NAMES.codes,
  'nationality',
  'language',
  'kind',
  'place',
])
export type ListField = CodeOf<typeof LIST_FIELDS>
export const isListField = (field: string): field is ListField => LIST_FIELDS.has(field)

/** For comparing headings and words of lists: case, accents and punctuation say nothing. */
export const foldWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Headings as organisations write them in the four languages of the application, folded. */
const HEADINGS: Readonly<Record<Field, string>> = {
  name: 'name|full name|nom complet|nom et prenom|volledige naam|naam en voornaam|vollstandiger name|nom prenom|naam|person|personne|persoon',
  givenName: 'first name|given name|forename|prenom|prenoms|voornaam|voornamen|vorname|vornamen',
  familyName: 'last name|family name|surname|nom|nom de famille|familienaam|achternaam|nachname|familienname',
  otherName: 'other name|alias|autre nom|andere naam|anderer name|nickname|surnom|bijnaam|spitzname',
  sex: 'sex|gender|sexe|genre|geslacht|geschlecht|m f|m v|h f',
  born: 'date of birth|birth date|birthday|dob|date de naissance|naissance|ne le|nee le|geboortedatum|geboren|geboren op|geburtsdatum|geboren am|ddn',
  age: 'age|leeftijd|alter',
  nationality:
    'nationality|nationalite|nationaliteit|staatsangehorigkeit|nationalitat|citizenship|pays|country|land|herkomst|pays d origine|country of origin|land van herkomst|herkunftsland',
  language: 'language|langue|taal|sprache|langues|languages|talen|sprachen',
  interpreterNeed:
    'interpreter|interprete|tolk|dolmetscher|interpreter needed|besoin d interprete|tolk nodig',
  kind: 'kind of file|type of file|kind|type de dossier|type|soort dossier|soort|art der akte|aktenart|category|categorie',
  place:
    'place|centre|center|lieu|plaats|centrum|ort|zentrum|closed centre|centre ferme|gesloten centrum|lieu de detention',
  since:
    'since|there since|depuis|depuis le|sinds|seit|date of arrival|date d arrivee|arrivee|aankomst|datum aankomst|ankunft',
  openedOn:
    'opened|opened on|date opened|ouverture|date d ouverture|ouvert le|opening|openingsdatum|geopend op|eroffnet am|eroffnung|intake',
  nextStep: 'next step|prochaine etape|volgende stap|nachster schritt|to do|a faire|te doen|zu tun',
  nextStepOn: 'by when|next step on|pour quand|echeance|tegen wanneer|bis wann|due|due date|deadline',
}

export const NOT_KNOWN = 'not known|unknown|inconnu|inconnue|onbekend|unbekannt|niet gekend'
/** How sheets word the answers about a person, beside our own messages: letters and short words. */
export const ANSWER_WORDS: Readonly<Record<PersonField, Readonly<Record<string, string>>>> = {
  // "M" is Monsieur, man and male alike; "F" a woman in three languages, and nowhere a man.
  sex: {
    f: 'f|v|w|female|woman|girl|femme|feminin|fille|mme|vrouw|vrouwelijk|meisje|weiblich|frau|madchen|mevrouw',
    m: 'm|h|male|man|boy|homme|masculin|garcon|mr|monsieur|mannelijk|jongen|mannlich|mann|herr|dhr',
    x: 'x|autre|other|ander|divers',
    unknown: NOT_KNOWN,
  },
  interpreterNeed: {
    yes: 'yes|oui|ja|y|o|j|1|true|x',
    no: 'no|non|nee|nein|n|0|false',
    unknown: NOT_KNOWN,
  },
}

const byHeading = new Map(
  FIELDS.codes.flatMap((field) => HEADINGS[field].split('|').map((heading) => [heading, field] as const)),
)

/**
 * What the headings seem to say; a field is given once. "Nom" alone is the whole name, and beside "Prénom" the family name;
 * a whole name makes its parts idle.
 */
export const guessColumns = (headers: readonly string[]): Columns => {
  const taken = new Set<Field>()
  const guessed = headers.map((header): Field | '' => {
    const field = byHeading.get(foldWord(header))
    if (field === undefined || taken.has(field)) return ''
    taken.add(field)
    return field
  })
  const has = (field: Field): boolean => taken.has(field)
  return guessed.map((field) => {
    if (field === 'familyName' && !has('givenName') && !has('name')) return 'name'
    // "Naam" and "Name" are also how the family name is headed.
    if (field === 'name' && has('givenName') && !has('familyName')) return 'familyName'
    return field
  })
}

export const COLUMN_PROBLEMS = vocabulary('imports.column-problems', ['nameMissing', 'twice', 'nameWhole'])
/** What is wrong with a choice of columns, or null: a person must have a name, and a field has one column. */
export const checkColumns = (columns: Columns): CodeOf<typeof COLUMN_PROBLEMS> | null => {
  const given = columns.filter((field) => field !== '')
  if (new Set(given).size < given.length) return 'twice'
  const hasParts = given.includes('givenName') || given.includes('familyName')
  if (given.includes('name') && hasParts) return 'nameWhole'
  return given.includes('name') || hasParts ? null : 'nameMissing'
}
