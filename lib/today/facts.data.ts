import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { type Day, toDay } from '@/lib/shared/dates'

/** What a row of the first screen says of its file beside the item itself. */
export type FileFacts = {
  readonly code: string
  readonly worker: string
  readonly workerId: string
  /** It stands on no paper, and no row says what it is about. */
  readonly isRestricted: boolean
  readonly stay: { readonly place: Place; readonly since: Day | null } | null
}
type Place = {
  readonly slug: string
  readonly kind: string
  readonly labelEn: string
  readonly labelFr: string
  readonly labelNl: string
  readonly labelDe: string
}

/** The facts of some files within reach, by file. */
export const listFacts = async (
  work: Work,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, FileFacts>> => {
  const rows = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:read', work.now), { id: { in: [...caseIds] } }] },
    select: {
      id: true,
      code: true,
      secrecy: true,
      worker: { select: { id: true, name: true } },
      stays: {
        where: { until: null },
        select: {
          since: true,
          place: {
            select: { slug: true, kind: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
          },
        },
        orderBy: { createdAt: 'desc' },
        take: 1,
      },
    },
  })
  return new Map(
    rows.map(({ id, code, secrecy, worker, stays: [stay] }) => [
      id,
      {
        code,
        worker: worker.name,
        workerId: worker.id,
        isRestricted: secrecy !== 'open',
        stay: stay === undefined ? null : { place: stay.place, since: stay.since && toDay(stay.since) },
      },
    ]),
  )
}
