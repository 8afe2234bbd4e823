import 'server-only'
import { listColleagues } from '@/lib/cases/roster.data'
import { listWeighed, type Weighed } from '@/lib/cases/weight.data'
import type { Work } from '@/lib/db/work'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import type { ColleagueFacts } from './suggestion.rules'

export type Receiver = ColleagueFacts & { readonly name: string }

/** Files that someone holds for another one until a day: they weigh on them, and not on the one who is away. */
export const listCovers = async (
  work: Work,
  teamIds: readonly string[],
): Promise<{ caseId: string; staffId: string }[]> => {
  const rows = await work.tx.handoverItem.findMany({
    where: {
      state: 'accepted',
      handover: {
        kind: 'temporary',
        state: 'sent',
        teamId: { in: [...teamIds] },
        untilDay: { gte: toDate(dayOf(work.now)) },
      },
    },
    select: { caseId: true, toStaffId: true },
  })
  return rows.flatMap(({ caseId, toStaffId }) => (toStaffId === null ? [] : [{ caseId, staffId: toStaffId }]))
}

/** The points that each colleague carries: their own files but those another one covers, and those they cover. */
export const sumLoads = (
  weighed: readonly Weighed[],
  covers: readonly { readonly caseId: string; readonly staffId: string }[],
): ReadonlyMap<string, number> => {
  const coveredBy = new Map(covers.map(({ caseId, staffId }) => [caseId, staffId]))
  const loads = new Map<string, number>()
  for (const { caseId, workerId, weight } of weighed) {
    const carrier = coveredBy.get(caseId) ?? workerId
    loads.set(carrier, (loads.get(carrier) ?? 0) + weight)
  }
  return loads
}

/** Who may be asked for files of an office, with what speaks for each. Not the one who leaves. */
export const listReceivers = async (
  work: Work,
  { teamId, fromStaffId }: { readonly teamId: string; readonly fromStaffId: string },
): Promise<Receiver[]> => {
  const colleagues = (await listColleagues(work, [teamId])).filter(({ id }) => id !== fromStaffId)
  const ids = colleagues.map(({ id }) => id)
  const onDay = toDate(dayOf(work.now))
  const staff = await work.tx.staff.findMany({
    where: { organisationId: work.actor.organisationId, id: { in: ids } },
    select: {
      id: true,
      locale: true,
      languages: true,
      teams: { where: { teamId, leads: true }, select: { teamId: true } },
      accreditations: {
        where: { validFrom: { lte: onDay }, validUntil: { gte: onDay } },
        select: { placeId: true, validUntil: true },
      },
    },
  })
  const weighed = await listWeighed(work, { teamId })
  const loads = sumLoads(weighed, await listCovers(work, [teamId]))
  const byId = new Map(staff.map((one) => [one.id, one]))
  return colleagues.map(({ id, name }) => {
    const facts = byId.get(id)
    return {
      id,
      name,
      load: loads.get(id) ?? 0,
      leads: (facts?.teams ?? []).length > 0,
      languages: [...new Set([...(facts?.languages ?? []), ...(facts?.locale ? [facts.locale] : [])])],
      accreditations: (facts?.accreditations ?? []).map(({ placeId, validUntil }) => ({
        placeId,
        until: toDay(validUntil),
      })),
      worksIn: [
        ...new Set(weighed.filter((file) => file.workerId === id).flatMap(({ centreIds }) => centreIds)),
      ],
    }
  })
}
