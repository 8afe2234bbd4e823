export const ROLES = ['caseworker', 'coordinator', 'admin', 'guest'] as const
export type Role = (typeof ROLES)[number]
