import 'server-only'
import * as z from 'zod'
import type { AuthWork } from '@/lib/db/work'

const signInRow = z.object({ staffId: z.uuid(), passwordHash: z.string(), active: z.boolean() })

/**
 * What a sign-in is judged by. One statement whether or not the address is known: a second look-up for known ones
 * would be heard in the time.
 */
export const findForSignIn = async (
  work: AuthWork,
  email: string,
): Promise<z.infer<typeof signInRow> | null> => {
  const rows = await work.tx.$queryRaw`
    SELECT c.staff_id AS "staffId", c.password_hash AS "passwordHash", s.active
    FROM credential c JOIN staff s ON s.id = c.staff_id
    WHERE c.email = ${email}`
  return z.array(signInRow).parse(rows)[0] ?? null
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

/** Accounts with this address: in one organisation, or anywhere when none is named. */
export const countByEmail = (
  work: AuthWork,
  where: { email: string; organisationId?: string },
): Promise<number> =>
  work.tx.credential.count({
    where: {
      email: where.email,
      ...(where.organisationId === undefined ? {} : { staff: { organisationId: where.organisationId } }),
    },
  })
