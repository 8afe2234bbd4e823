import 'server-only'
import * as z from 'zod'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { no, ok } from '@/lib/shared/result'
import type { CoarseTable } from './coarse.rules'
import { PARTS } from './line.rules'

// The coarse table of a year as it was handed in (docs/adr/0142): once, by a reader of sealed figures, and as it is from then on.

const number = z.int().nullable()
const storedParts = z.array(
  z.strictObject({
    part: storedCode(PARTS),
    lines: z.array(
      z.strictObject({
        code: z.string(),
        cells: z.strictObject({ notified: number, identified: number, accompanied: number }),
      }),
    ),
  }),
)

export type Handed = { readonly year: number; readonly by: string; readonly at: Date }

const shown = { year: true, handedAt: true, staff: { select: { name: true } } } as const

/** The years that were handed in, the newest first. */
export const listHanded = async (work: Work): Promise<readonly Handed[]> => {
  const rows = await work.tx.handedTable.findMany({
    where: { organisationId: work.actor.organisationId },
    select: shown,
    orderBy: { year: 'desc' },
  })
  return rows.map(({ year, handedAt, staff }) => ({ year, at: handedAt, by: staff.name }))
}

/** The table of a year that was handed in; null for one that was not. */
export const findHanded = async (work: Work, year: number): Promise<CoarseTable | null> => {
  const row = await work.tx.handedTable.findFirst({
    where: { organisationId: work.actor.organisationId, year },
    select: { parts: true },
  })
  return row === null ? null : { year, parts: storedParts.parse(row.parts) }
}

/** The database keeps the first one, also when two hand in at once, and refuses everyone without the capability. */
export const insertHanded = async (work: Work, { year, parts }: CoarseTable) => {
  const { count } = await work.tx.handedTable.createMany({
    data: [
      {
        id: newId(work.now.getTime()),
        organisationId: work.actor.organisationId,
        year,
        parts: storedParts.parse(parts),
        handedBy: work.actor.id,
        handedAt: work.now,
      },
    ],
    skipDuplicates: true,
  })
  return count === 0 ? no('alreadyHandedIn') : ok({ year })
}
