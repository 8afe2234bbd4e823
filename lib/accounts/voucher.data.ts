import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'

// Who vouches for an account (docs/adr/0036). The database lets it open nothing until a coordinator has.

/** Colleagues whose account waits for a coordinator's word, the longest waiting first. */
export const listAwaiting = async (work: Work) => {
  const rows = await work.tx.staff.findMany({
    where: {
      organisationId: work.actor.organisationId,
      active: true,
      id: { not: work.actor.id },
      // An admin's account opens without; it waits to count as a second person (docs/adr/0104).
      OR: [
        { vouchedAt: null, role: { not: 'admin' } },
        { vouchedById: null, role: 'admin' },
      ],
    },
    select: {
      id: true,
      name: true,
      role: true,
      createdAt: true,
      teams: { select: { team: { select: { name: true } } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 50,
  })
  return rows.map(({ teams, createdAt, ...one }) => ({
    ...one,
    since: dayOf(createdAt),
    offices: teams.map(({ team }) => team.name),
  }))
}
export type Awaiting = Awaited<ReturnType<typeof listAwaiting>>[number]

const done = z.array(z.object({ done: z.boolean() })).length(1)

/**
 * Says as the coordinator, or of an admin's account as another admin, whose account this is. @returns false when no one of their
 * organisation waits under this id
 */
export const vouchFor = async (work: Work, staffId: string): Promise<boolean> => {
  const [row] = done.parse(await work.tx.$queryRaw`SELECT app.vouch(${staffId}::uuid) AS done`)
  return row?.done === true
}
