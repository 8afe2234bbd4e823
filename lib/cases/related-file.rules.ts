import { FILE_ROLES, type FileRole } from './file-people.rules'

/** What the main person of one file is to that of another: what she could be in one file, but its main person. */
export type RelationKind = Exclude<FileRole, 'principal'>
const isRelation = (role: FileRole): role is RelationKind => role !== 'principal'
export const RELATION_KINDS: readonly RelationKind[] = FILE_ROLES.filter(isRelation)

export const toRelationKind = (kind: string): RelationKind =>
  RELATION_KINDS.find((one) => one === kind) ?? 'family_member'

/** The same relation as it is told in the other file: whoever is a child there is a parent here. */
export const inverse = (kind: RelationKind): RelationKind => {
  if (kind === 'child') return 'parent'
  return kind === 'parent' ? 'child' : kind
}
