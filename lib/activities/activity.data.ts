import 'server-only'
import type { Work } from '@/lib/db/work'
import { recordStore } from '@/lib/records/record.data'
import { WAYS, type Way } from './activity.rules'
import { activity } from './activity.schema'

/** What was done with the people of files outside the closed centres. */
export const activities = recordStore(activity, {
  list: (tx, asked) => tx.activity.findMany(asked),
  add: (tx, row) => tx.activity.createMany({ data: row }),
})

/** How the actor last worked, and for which project: the next time is most often the same. */
export const findLast = async (work: Work): Promise<{ way: Way; projectId: string | null } | null> => {
  const row = await work.tx.activity.findFirst({
    where: { createdBy: work.actor.id, mistake: null },
    select: { way: true, projectId: true },
    orderBy: { id: 'desc' },
  })
  return row === null ? null : { way: WAYS.read(row.way), projectId: row.projectId }
}
