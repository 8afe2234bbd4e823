import 'server-only'
import type * as z from 'zod/mini'
import { listOpenOffices } from '@/lib/cases/open-office.data'
import { linkHashOf } from '@/lib/crypto/outside-key'
import { NotFound } from '@/lib/db/errors'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { LOCALES } from '@/lib/i18n/locales'
import { newId } from '@/lib/shared/ids'
import { linkStateOf } from './incoming.rules'
import type { incomingLinkSchema } from './incoming.schema'

const DAY = 24 * 60 * 60 * 1000
const locale = storedCode(LOCALES)

/** The links of some partners to the offices that the actor leads, and for which offices they may make one. */
export const readLinks = async (work: Work, partnerIds: readonly string[]) => {
  const rows = await work.tx.incomingLink.findMany({
    where: { partnerId: { in: [...partnerIds] }, teamId: { in: [...work.actor.leads] } },
    select: {
      id: true,
      partnerId: true,
      locale: true,
      aDay: true,
      expiresAt: true,
      came: true,
      lastUsedAt: true,
      createdAt: true,
      revokedAt: true,
      team: { select: { name: true } },
      creator: { select: { name: true } },
      revoker: { select: { name: true } },
    },
    orderBy: { id: 'desc' },
    take: 50,
  })
  return {
    links: rows.map(({ team, creator, revoker, ...row }) => ({
      ...row,
      locale: locale.parse(row.locale),
      state: linkStateOf(row, work.now),
      team: team.name,
      by: creator.name,
      revokedBy: revoker?.name ?? null,
    })),
    offices: await listOpenOffices(work, work.actor.leads),
  }
}
export type IncomingLinks = Awaited<ReturnType<typeof readLinks>>

/** Keeps what leads back to no link; the one who made it sees the link once. */
export const insertLink = async (
  work: Work,
  { partnerId, teamId, locale: language, days, aDay, secret }: z.output<typeof incomingLinkSchema>,
): Promise<string> => {
  const id = newId(work.now.getTime())
  const { organisationId, id: createdBy } = work.actor
  await work.tx.incomingLink.createMany({
    data: {
      id,
      organisationId,
      partnerId,
      teamId,
      linkHash: linkHashOf(secret),
      locale: language,
      aDay: Number(aDay),
      expiresAt: new Date(work.now.getTime() + Number(days) * DAY),
      createdBy,
      createdAt: work.now,
    },
  })
  return id
}

/** At once and for good. Throws NotFound, the same for one that was revoked already. */
export const revokeLink = async (work: Work, partnerId: string, id: string): Promise<void> => {
  const { count } = await work.tx.incomingLink.updateMany({
    where: { id, partnerId, revokedAt: null },
    data: { revokedAt: work.now, revokedBy: work.actor.id },
  })
  if (count !== 1) throw new NotFound()
}
