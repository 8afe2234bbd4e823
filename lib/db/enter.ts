import 'server-only'
import * as z from 'zod'
import type { Actor } from '@/lib/shared/actor'
import { CAPABILITIES } from '@/lib/shared/capabilities'
import { ROLES } from '@/lib/shared/roles'
import type { Prisma } from './generated/client'
import { storedCode } from './stored-code'

const entered = z
  .array(
    z.object({
      session_id: z.string(),
      staff_id: z.string(),
      role: z.enum(ROLES.codes),
      organisation_id: z.string(),
      name: z.string(),
      locale: z.string().nullable(),
      teams: z.array(z.string()),
      leads: z.array(z.string()),
      capabilities: z.array(storedCode(CAPABILITIES)),
      at: z.date(),
    }),
  )
  .max(1)

/** Sets the session token as the context of this transaction and tells who it is; null when no one is signed in. */
export const lookUp = async (
  tx: Prisma.TransactionClient,
  token: string,
): Promise<{ actor: Actor; now: Date } | null> => {
  const [row] = entered.parse(
    // What is chosen is computed after app.enter has set the token, by the same statement.
    await tx.$queryRaw`SELECT session_id, staff_id, role::text, organisation_id, name, locale, teams, leads, at,
                              app.capabilities() AS capabilities
                         FROM app.enter(${token})`,
  )
  if (row === undefined) return null
  return {
    now: row.at,
    actor: {
      id: row.staff_id,
      sessionId: row.session_id,
      role: row.role,
      organisationId: row.organisation_id,
      name: row.name,
      locale: row.locale,
      teams: row.teams,
      leads: row.leads,
      capabilities: row.capabilities,
    },
  }
}
