import { type Vocabulary, vocabulary } from '@/lib/shared/vocabulary'

// What has one value at a time for each person, chosen from a closed list (docs/how-to/add-a-field.md). Three kinds of unknown stay apart:
// not asked, asked and not known, asked and not told.

export const SEXES = vocabulary('people.sexes', ['f', 'm', 'x', 'unknown', 'declined', 'not_asked'])

export const INTERPRETER_NEEDS = vocabulary('people.interpreter-needs', [
  'yes',
  'some',
  'no',
  'unknown',
  'declined',
  'not_asked',
])

type Row = {
  /** Of the table `person`. Former answers and merges are stored under this name: it never changes. */
  readonly column: string
  readonly answers: Vocabulary<string>
  /** The group of messages in `people` that words the answers one by one. */
  readonly words: string
}

/** Forms, tables, duplicates and the history of a file show the fields in this order. */
export const PERSON_FIELDS = {
  sex: { column: 'sex', answers: SEXES, words: 'sex' },
  interpreterNeed: { column: 'interpreter_need', answers: INTERPRETER_NEEDS, words: 'interpreterWord' },
} as const satisfies Readonly<Record<string, Row>>

export type PersonField = keyof typeof PERSON_FIELDS
/** The answers of a row of `person`, as they are stored. */
export type PersonAnswers = Readonly<Record<PersonField, string>>

const isField = (name: string): name is PersonField => Object.hasOwn(PERSON_FIELDS, name)
const [first, ...others] = Object.keys(PERSON_FIELDS).filter(isField)
if (first === undefined) throw new Error('a person has no field')
export const PERSON_FIELD_NAMES = vocabulary('people.person-fields', [first, ...others])
/** The same by their columns, under which former answers are stored. */
export const PERSON_COLUMNS = vocabulary('people.person-columns', [
  PERSON_FIELDS[first].column,
  ...others.map((field) => PERSON_FIELDS[field].column),
])

const isWhole = <Value>(
  made: Readonly<Partial<Record<PersonField, Value>>>,
): made is Readonly<Record<PersonField, Value>> =>
  PERSON_FIELD_NAMES.codes.every((field) => Object.hasOwn(made, field))

/** One value for each field. */
export const eachPersonField = <Value>(
  make: (field: PersonField) => Value,
): Readonly<Record<PersonField, Value>> => {
  const made: Partial<Record<PersonField, Value>> = {}
  for (const field of PERSON_FIELD_NAMES.codes) made[field] = make(field)
  if (!isWhole(made)) throw new Error('a field of a person is missing')
  return made
}

/** What to select of a row of `person`. */
export const PERSON_SELECT = eachPersonField(() => true as const)
export const pickAnswers = (row: PersonAnswers): PersonAnswers => eachPersonField((field) => row[field])
/** The answers of a person who was asked nothing. */
export const NOTHING_ASKED = eachPersonField(() => 'not_asked' as const)

const byColumn = new Map<string, PersonField>(
  PERSON_FIELD_NAMES.codes.map((field) => [PERSON_FIELDS[field].column, field]),
)
/** The field of a stored column. Throws UnknownCode. */
export const fieldOfColumn = (stored: string): PersonField => PERSON_FIELD_NAMES.read(byColumn.get(stored))
