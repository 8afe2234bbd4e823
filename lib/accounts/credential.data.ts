import 'server-only'
import * as z from 'zod'
import { type AuthWork, type Work, withAuthWork } from '@/lib/db/work'

const signInRow = z.object({
  staffId: z.uuid(),
  passwordHash: z.string(),
  active: z.boolean(),
  hasSecondStep: z.boolean(),
  deviceId: z.uuid().nullable(),
})
export type SignInRow = z.infer<typeof signInRow>

/**
 * What a sign-in is judged by, and the browser when the account knows it: one account, or one in each organisation of this
 * database. One statement whether or not the address is known: a second look-up for known ones would be heard in the time.
 * @param device.hash of the browser's token; null for a browser without one
 * @param device.since a browser not used since then is a stranger
 */
export const findForSignIn = async (
  work: AuthWork,
  email: string,
  device: { hash: string | null; since: Date },
): Promise<SignInRow[]> => {
  const rows = await work.tx.$queryRaw`
    SELECT c.staff_id AS "staffId", c.password_hash AS "passwordHash", s.active,
           c.totp_enrolled_at IS NOT NULL AS "hasSecondStep", d.id AS "deviceId"
    FROM credential c JOIN staff s ON s.id = c.staff_id
    LEFT JOIN known_device d ON d.staff_id = s.id AND d.token_hash = ${device.hash} AND d.last_used_at > ${device.since}
    WHERE c.email = ${email}
    ORDER BY s.created_at, s.id`
  return z.array(signInRow).parse(rows)
}

export const findCredential = (work: AuthWork, staffId: string) =>
  work.tx.credential.findUnique({
    where: { staffId },
    select: {
      email: true,
      passwordHash: true,
      passwordSetAt: true,
      totpEnrolledAt: true,
      staff: { select: { name: true, role: true, organisation: { select: { name: true } } } },
    },
  })

/** Accounts with this address in one organisation. What other organisations of the database have is no one’s business here. */
export const countByEmail = (
  work: AuthWork,
  { email, organisationId }: { email: string; organisationId: string },
): Promise<number> => work.tx.credential.count({ where: { email, staff: { organisationId } } })

/** How many passwords a sign-in compares at least, so that the time does not tell whether an address has accounts in two organisations. */
export const countCompared = async (work: AuthWork): Promise<number> =>
  Math.min(2, Math.max(1, await work.tx.organisation.count()))

/** One’s own address; null for an account that has none. */
export const findOwnAddress = async (work: Work): Promise<string | null> =>
  (await withAuthWork((auth) => findCredential(auth, work.actor.id)))?.email ?? null
