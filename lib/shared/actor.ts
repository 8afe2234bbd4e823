import type { Capability } from './capabilities'
import type { Role } from './roles'

/** Who is at work in this transaction, as the database told it from the session token. Ids are UUIDs. */
export type Actor = {
  readonly id: string
  readonly sessionId: string
  readonly role: Role
  readonly organisationId: string
  readonly name: string
  /** The language that the account chose; null while it chose none. */
  readonly locale: string | null
  /** Teams one belongs to (caseworkers and coordinators). */
  readonly teams: readonly string[]
  /** Teams one coordinates. */
  readonly leads: readonly string[]
  /** What two admins let one read beside what the role gives. */
  readonly capabilities: readonly Capability[]
}
