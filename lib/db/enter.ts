import 'server-only'
import * as z from 'zod'
import { readSettings, type Settings } from '@/lib/settings/registry.schema'
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
      settings: z.unknown(),
    }),
  )
  .max(1)

/** By a session, or by what a device sealed: its token is no session and opens nothing else. */
export type EnteredBy = 'session' | 'device'

/** Sets the token as the context of this transaction and tells who it is; null when no one is signed in. */
export const lookUp = async (
  tx: Prisma.TransactionClient,
  token: string,
  by: EnteredBy = 'session',
): Promise<{ actor: Actor; now: Date; settings: Settings } | null> => {
  const [row] = entered.parse(
    // What is chosen is computed after the function has set the token, by the same statement.
    by === 'session'
      ? await tx.$queryRaw`SELECT session_id, staff_id, role::text, organisation_id, name, locale, teams, leads, at,
                                  app.capabilities() AS capabilities,
                                  app.own_settings(organisation_id) AS settings
                             FROM app.enter(${token})`
      : await tx.$queryRaw`SELECT session_id, staff_id, role::text, organisation_id, name, locale, teams, leads, at,
                                  '{}'::text[] AS capabilities,
                                  app.own_settings(organisation_id) AS settings
                             FROM app.enter_by_device(${token})`,
  )
  if (row === undefined) return null
  return {
    now: row.at,
    settings: readSettings(row.settings),
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
