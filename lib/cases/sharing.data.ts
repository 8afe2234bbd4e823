import 'server-only'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'

export type Sharing = {
  readonly worker: string
  /** Coordinators of the team; nobody for restricted and sealed files, which are for members only. */
  readonly coordinators: readonly string[]
  readonly members: readonly { readonly name: string; readonly kind: string; readonly until: Date | null }[]
  /** How often the file was opened this month, by whom last. */
  readonly opened: number
  readonly openings: readonly { readonly name: string; readonly at: Date }[]
}

/** Who can see a file, and who did. The caller has checked that it is within reach. */
export const getSharing = async (
  work: Work,
  file: {
    readonly id: string
    readonly secrecy: string
    readonly worker: { readonly name: string }
    readonly team: { readonly id: string }
  },
): Promise<Sharing> => {
  const members = await work.tx.caseMember.findMany({
    where: {
      caseId: file.id,
      validFrom: { lte: work.now },
      OR: [{ validUntil: null }, { validUntil: { gt: work.now } }],
    },
    select: { kind: true, validUntil: true, staff: { select: { name: true } } },
    orderBy: { validFrom: 'asc' },
  })
  const coordinators =
    file.secrecy === 'open'
      ? await work.tx.staff.findMany({
          where: {
            organisationId: work.actor.organisationId,
            active: true,
            role: 'coordinator',
            teams: { some: { teamId: file.team.id, leads: true } },
          },
          select: { name: true },
          orderBy: { name: 'asc' },
        })
      : []
  // The month in Brussels begins an hour or two before the month in UTC.
  const monthStart = new Date(`${dayOf(work.now).slice(0, 7)}-01T00:00:00+01:00`)
  const opening = { caseId: file.id, event: 'case.opened', at: { gte: monthStart } }
  const events = await work.tx.auditEvent.findMany({
    where: opening,
    select: { actorId: true, at: true },
    orderBy: { at: 'desc' },
    take: 20,
  })
  const actorIds = [...new Set(events.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])))]
  const actors = await work.tx.staff.findMany({
    where: { id: { in: actorIds }, organisationId: work.actor.organisationId },
    select: { id: true, name: true },
  })
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]))
  return {
    worker: file.worker.name,
    coordinators: coordinators.map(({ name }) => name),
    members: members.map(({ kind, validUntil, staff }) => ({ name: staff.name, kind, until: validUntil })),
    opened: await work.tx.auditEvent.count({ where: opening }),
    openings: events.map(({ actorId, at }) => ({ name: nameOf.get(actorId ?? '') ?? '', at })),
  }
}
