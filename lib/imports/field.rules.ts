import { PERSON_FIELD_NAMES } from '@/lib/people/person-field.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Columns that become a way to reach the person. */
export const CONTACT_FIELDS = vocabulary('imports.contact-fields', ['phone', 'email', 'address'])
/** Columns with a number that the organisation or an authority gave. */
export const NUMBER_FIELDS = vocabulary('imports.number-fields', [
  'ownReference',
  'officeNumber',
  'cgrsNumber',
  'callNumber',
  'nationalNumber',
  'guardianNumber',
])

/** What a column of a table can say about a person and their file. */
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
  'worker',
  ...CONTACT_FIELDS.codes,
  ...NUMBER_FIELDS.codes,
  'note',
])
export type Field = CodeOf<typeof FIELDS>

/** A field of the organisation's own, by its name for tables (docs/adr/0166). */
export type OwnColumn = `own:${string}`
export const isOwnColumn = (text: string): text is OwnColumn => text.startsWith('own:')
/** What a column is about. */
export type Target = Field | OwnColumn

/** Why a cell could not be read, or a row makes no file. */
export type Reason = { readonly field: Target; readonly code: string }

/** Of each column what it is about, or '' for a column that is left behind. */
export type Columns = readonly (Target | '')[]

export const DATE_FIELDS: readonly Field[] = ['born', 'since', 'openedOn', 'nextStepOn']
/** Fields whose answers are words of a list. */
export const LIST_FIELDS = vocabulary('imports.list-fields', [
  ...PERSON_FIELD_NAMES.codes,
  'nationality',
  'language',
  'kind',
  'place',
  'worker',
])
export type ListField = CodeOf<typeof LIST_FIELDS>
export const isListField = (field: string): field is ListField => LIST_FIELDS.has(field)

/** A table may have several columns of these. */
export const isRepeatable = (field: Target): boolean => field === 'note' || field === 'phone'

export const COLUMN_PROBLEMS = vocabulary('imports.column-problems', ['nameMissing', 'twice', 'nameWhole'])
/** What is wrong with a choice of columns, or null: a person must have a name, and a field has one column. */
export const checkColumns = (columns: Columns): CodeOf<typeof COLUMN_PROBLEMS> | null => {
  const given = columns.filter((field) => field !== '')
  const once = given.filter((field) => !isRepeatable(field))
  if (new Set(once).size < once.length) return 'twice'
  const hasParts = given.includes('givenName') || given.includes('familyName')
  if (given.includes('name') && hasParts) return 'nameWhole'
  return given.includes('name') || hasParts ? null : 'nameMissing'
}
