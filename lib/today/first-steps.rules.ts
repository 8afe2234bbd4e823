import type { Role } from '@/lib/shared/roles'

/** What someone does in their first hour, by role, in this order; a guest only reads. */
export const FIRST_STEPS = {
  caseworker: ['secondStep', 'person', 'plan', 'visit'],
  coordinator: ['secondStep', 'import', 'plan', 'review'],
  admin: ['secondStep', 'invite', 'secondAdmin', 'retention'],
  guest: [],
} as const satisfies Readonly<Record<Role, readonly string[]>>
export type FirstStep = (typeof FIRST_STEPS)[Role][number]

/** Someone who has done most of it needs no list of beginnings on their first screen. */
export const isFirstHour = (steps: readonly { readonly isDone: boolean }[]): boolean =>
  steps.length > 0 && steps.filter(({ isDone }) => isDone).length * 2 < steps.length
