import type { Role } from './roles'

/** Who is at work in this transaction, as the database told it from the session token. Ids are UUIDs. */
export type Actor = {
  readonly id: string
  readonly sessionId: string
  readonly role: Role
  readonly organisationId: string
  readonly name: string
  readonly locale: string
  /** Teams one belongs to (caseworkers and coordinators). */
  readonly teams: readonly string[]
  /** Teams one coordinates. */
  readonly leads: readonly string[]
}
