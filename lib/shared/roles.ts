import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

export const ROLES = vocabulary('shared.roles', ['caseworker', 'coordinator', 'admin', 'guest'])
export type Role = CodeOf<typeof ROLES>
