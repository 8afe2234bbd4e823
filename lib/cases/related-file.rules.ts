import { type CodeOf, without } from '@/lib/shared/vocabulary'
import { FILE_ROLES } from './file-people.rules'

/** What the main person of one file is to that of another: what they could be in one file, but its main person. */
export const RELATION_KINDS = without('cases.relation-kinds', FILE_ROLES, ['principal'])
export type RelationKind = CodeOf<typeof RELATION_KINDS>

/** The same relation as it is told in the other file: anyone who is a child there is a parent here. */
export const inverse = (kind: RelationKind): RelationKind => {
  if (kind === 'child') return 'parent'
  return kind === 'parent' ? 'child' : kind
}
