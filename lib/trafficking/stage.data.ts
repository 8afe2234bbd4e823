import 'server-only'
import type { Work } from '@/lib/db/work'
import { recordStore } from '@/lib/records/record.data'
import { currentOf } from '@/lib/registers/register.rules'
import { clocksOfStages } from './stage.rules'
import { stage } from './stage.schema'

export const stages = recordStore(stage, {
  list: (tx, asked) => tx.traffickingEvent.findMany(asked),
  add: (tx, row) => tx.traffickingEvent.createMany({ data: row }),
})

/** What the procedure says to the clocks (lib/clocks/settle.data). */
export const tellOfTrafficking = async (work: Work, caseId: string) => {
  const rows = await stages.list(work, caseId)
  return clocksOfStages(
    rows,
    currentOf(rows).map(({ row }) => row),
  )
}
