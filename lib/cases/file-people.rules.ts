import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Whom a file is about: what each is to the main person, and when someone no longer is in it (docs/adr/0038). */
export const FILE_ROLES = vocabulary('cases.file-roles', [
  'principal',
  'partner',
  'child',
  'parent',
  'sibling',
  'other_relative',
  /** Family, and no one asked how. */
  'family_member',
  /** On the way together, and no family. */
  'companion',
])
export type FileRole = CodeOf<typeof FILE_ROLES>

/** On what a kinship rests. */
export const KIN_BASES = vocabulary('cases.kin-bases', ['said', 'document'])
export type KinBasis = CodeOf<typeof KIN_BASES>

export const LEFT_BECAUSE = vocabulary('cases.left-because', [
  'own_file',
  'apart',
  'died',
  'mistake',
  'other',
])
export type LeftBecause = CodeOf<typeof LEFT_BECAUSE>

const KIN: readonly FileRole[] = ['partner', 'child', 'parent', 'sibling', 'other_relative']
export const isKin = (role: FileRole): boolean => KIN.includes(role)

/** Filter: who is in the file now. Anyone who left stays readable and is offered nowhere. */
export const PRESENT = { until: null } as const

type InFile = { readonly role: string; readonly personId: string }

/** Main people first, then by kinship as the list above has it, then in the order they were written down. */
export const byRole = (a: InFile, b: InFile): number =>
  FILE_ROLES.rank(FILE_ROLES.read(a.role)) - FILE_ROLES.rank(FILE_ROLES.read(b.role)) ||
  a.personId.localeCompare(b.personId)

/**
 * Whether a file goes on having a main person when one of those in it gets another role, or (null) leaves. Two may be one:
 * a couple.
 */
export const keepsMain = (present: readonly InFile[], personId: string, next: FileRole | null): boolean =>
  next === 'principal' ||
  present.some((one) => one.personId !== personId && one.role === 'principal') ||
  // A file that never had one may go on without, as long as a person is in it.
  (present.every(({ role }) => role !== 'principal') &&
    (next !== null || present.some((one) => one.personId !== personId)))
