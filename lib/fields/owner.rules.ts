import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Of what a field is asked. */
export const FIELD_OWNERS = vocabulary('fields.owners', ['file', 'person', 'encounter', 'visit'])
export type FieldOwner = CodeOf<typeof FIELD_OWNERS>

type OwnerRules = {
  /** So many are asked at most. */
  readonly most: number
  /** An answer tells of the file as a whole: a table may fill it, a list shows it, a summary or a letter may. */
  readonly isOfFile: boolean
  /** Admins choose the part of the file in which it is asked; the others stand on the one page there is. */
  readonly hasPart: boolean
  /** It tells of people: of some kinds of files, nationalities and ages, and it may be sensitive. A visit tells of a place, in no file. */
  readonly isAboutPeople: boolean
}
/** What follows from it. */
const OWNERS: Readonly<Record<FieldOwner, OwnerRules>> = {
  file: { most: 40, isOfFile: true, hasPart: true, isAboutPeople: true },
  person: { most: 40, isOfFile: true, hasPart: false, isAboutPeople: true },
  encounter: { most: 20, isOfFile: false, hasPart: false, isAboutPeople: true },
  visit: { most: 20, isOfFile: false, hasPart: false, isAboutPeople: false },
}
export const rulesOf = ({ owner }: { readonly owner: FieldOwner }): OwnerRules => OWNERS[owner]
