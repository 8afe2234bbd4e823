import 'server-only'
import type { Work } from '@/lib/db/work'
import { current } from '@/lib/registers/event-chain.rules'
import { toDay } from '@/lib/shared/dates'
import { columnsWhen } from '@/lib/shared/when/columns.rules'
import { missingOf } from './missing.rules'

/** Who of these files is missing, as the register of guardianship has it: every page of a file says so. */
export const listMissingIn = async (work: Work, caseIds: readonly string[]) => {
  const rows = await work.tx.guardianshipEvent.findMany({
    where: { caseId: { in: [...caseIds] }, kind: { in: ['missing', 'found', 'taken_back'] } },
    select: {
      id: true,
      caseId: true,
      personId: true,
      kind: true,
      onWhen: true,
      at: true,
      standsOn: true,
      concerns: true,
      replaces: true,
    },
  })
  const events = rows.map(({ onWhen, standsOn, ...row }) => ({
    ...row,
    on: columnsWhen({ when: onWhen }),
    standsOn: toDay(standsOn),
  }))
  const whose = ({ caseId, personId }: (typeof events)[number]): string => `${caseId} ${personId}`
  return [...new Set(events.map(whose))].flatMap(
    (one) => missingOf(current(events.filter((row) => whose(row) === one))) ?? [],
  )
}
