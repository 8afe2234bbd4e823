import 'server-only'
import type { Work } from '@/lib/db/work'
import { toDate } from '@/lib/shared/dates'
import { listOpenDeadlines } from './deadline.data'
import type { Custody } from './detained.rules'
import { toDetainedDoubts } from './detained.view'
import { recountDeadline } from './recount.data'
import { earlierOf, remindOnBoth } from './recount.rules'
import { listRules, type OrganisationRule } from './rule.data'

/** When anyone of a file was held: detention knows it, and the caller hands its reader in. */
export type CustodyReader = (work: Work, caseId: string) => Promise<readonly Custody[]>

/**
 * Sets the day that reminds of each open deadline of a file: the one that was counted, or an earlier one as long as a question about it
 * has no answer: detention in the file, or a corrected rule. What was counted stays. The file was found within reach.
 */
export const setReminders = async (
  work: Work,
  caseId: string,
  listCustody: CustodyReader,
  known: readonly OrganisationRule[] | null = null,
): Promise<void> => {
  const open = await listOpenDeadlines(work, caseId)
  if (open.length === 0) return
  const rules = known ?? (await listRules(work))
  const doubts = toDetainedDoubts(open, rules, await listCustody(work, caseId))
  for (const deadline of open) {
    const { id, remindOn, explanation } = deadline
    const on = earlierOf(
      remindOnBoth(explanation.verdict.remindOn, recountDeadline(deadline, rules)),
      doubts.get(id)?.on ?? null,
    )
    if (on !== remindOn)
      await work.tx.deadline.updateMany({
        where: { id, status: 'open' },
        data: { remindOn: on === null ? null : toDate(on) },
      })
  }
}
