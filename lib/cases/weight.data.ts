import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { CLOSED_STATUSES } from './case.rules'
import { toWeight } from './complexity.rules'
import { PRESENT } from './file-people.rules'

/** One open file within reach, with what it weighs. */
export type Weighed = {
  readonly caseId: string
  readonly workerId: string
  readonly weight: number
  /** Closed centres in which a person of the file is now. */
  readonly centreIds: readonly string[]
}

/** The open files that the actor may open, as weights: without a member's seat a restricted file is not among them. */
export const listWeighed = async (work: Work, where: Prisma.CaseFileWhereInput): Promise<Weighed[]> => {
  const files = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:read', work.now),
        { status: { notIn: [...CLOSED_STATUSES] } },
        where,
      ],
    },
    select: {
      id: true,
      workerId: true,
      risk: true,
      people: { where: PRESENT, select: { personId: true } },
      stays: { where: { until: null, place: { kind: 'closed_centre' } }, select: { placeId: true } },
      signals: {
        where: { answeredAt: null, severity: { in: ['serious', 'critical'] } },
        select: { id: true },
        take: 1,
      },
    },
    orderBy: { id: 'asc' },
  })
  return files.map(({ id, workerId, risk, people, stays, signals }) => {
    const centreIds = [...new Set(stays.map(({ placeId }) => placeId))]
    const burden = {
      risk,
      people: people.length,
      isDetained: centreIds.length > 0,
      hasWorry: signals.length > 0,
    }
    return { caseId: id, workerId, weight: toWeight(burden), centreIds }
  })
}
