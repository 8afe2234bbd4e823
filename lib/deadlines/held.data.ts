import 'server-only'
import type { Work } from '@/lib/db/work'
import { listCustody } from '@/lib/detention/custody.data'
import { toDate } from '@/lib/shared/dates'
import { listOpenDeadlines } from './deadline.data'
import { type HeldDoubt, toHeldDoubts } from './held.view'
import { type HouseRule, listRules } from './rule.data'

/**
 * What detention in the file asks about its open deadlines: they stay as they were counted, and remind by the shorter period at
 * once, until a person has answered. Without a question they remind as counted again. The file was found within reach.
 */
export const askAboutHeld = async (
  work: Work,
  caseId: string,
  rules: readonly HouseRule[] | null = null,
): Promise<void> => {
  const open = (await listOpenDeadlines(work, caseId)).filter(({ facts }) => facts.includes('at_liberty'))
  if (open.length === 0) return
  const custody = await listCustody(work, caseId)
  // Most files know of no detention: their rules need not be read.
  const doubts =
    custody.length === 0
      ? new Map<string, HeldDoubt>()
      : toHeldDoubts(open, rules ?? (await listRules(work)), custody)
  for (const { id, remindOn, explanation } of open) {
    const counted = explanation.verdict.remindOn
    const held = doubts.get(id)?.on ?? null
    const on = held !== null && (counted === null || held < counted) ? held : counted
    if (on !== null && on !== remindOn)
      await work.tx.deadline.updateMany({ where: { id, status: 'open' }, data: { remindOn: toDate(on) } })
  }
}
