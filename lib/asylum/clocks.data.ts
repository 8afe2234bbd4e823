import 'server-only'
import * as z from 'zod'
import { PRESENT } from '@/lib/cases/file-people.rules'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import type { ActOfRow } from '@/lib/deadlines/settle.rules'
import { currentOf } from '@/lib/registers/register.rules'
import { columnsWhen } from '@/lib/shared/when/columns.rules'
import { listApplications } from './application.data'
import { clocksOfWays, type ProcedureClocks } from './clocks.rules'
import { departuresOf } from './departure.rules'
import { listEvents } from './event.data'
import { MATTERS, STEPS } from './matter.rules'

/** What the procedures of a file within reach say to the clocks (lib/clocks/settle.data). */
export const tellOfProcedures = async (work: Work, caseId: string): Promise<ProcedureClocks> =>
  clocksOfWays(await listApplications(work, caseId), await listEvents(work, caseId))

const coded = z.object({ matter: storedCode(MATTERS), kind: storedCode(STEPS) })

/** What the returns that have happened say to the clocks, without a word of what is encrypted beside them. */
export const tellOfDepartures = async (
  work: Work,
  caseId: string,
): Promise<{ readonly told: readonly ActOfRow[]; readonly current: readonly string[] }> => {
  const rows = await work.tx.matterStep.findMany({
    where: { caseId },
    select: {
      id: true,
      subjectId: true,
      revision: true,
      mistake: true,
      matter: true,
      kind: true,
      personId: true,
      onWhen: true,
    },
  })
  if (rows.length === 0) return { told: [], current: [] }
  const people = await work.tx.casePerson.findMany({
    where: { caseId, ...PRESENT },
    select: { personId: true },
  })
  const steps = currentOf(rows).map(({ row }) => ({
    ...row,
    ...coded.parse(row),
    on: columnsWhen({ when: row.onWhen }),
  }))
  return {
    told: departuresOf(
      steps,
      people.map(({ personId }) => personId),
    ),
    current: steps.map(({ id }) => id),
  }
}
