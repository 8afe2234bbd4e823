import 'server-only'
import type { Work } from '@/lib/db/work'
import { listCells, type OwnCell } from '@/lib/fields/answer-list.data'
import { listFields } from '@/lib/fields/field.data'
import { isListed, type OwnField } from '@/lib/fields/field.rules'

/** The own fields that a list may show and narrow by: ordinary ones that hold a code, a date or an amount. */
export const listOwnFields = async (work: Work): Promise<OwnField[]> =>
  (await listFields(work)).filter(isListed)

/** Their answers in some files and of the people in them, by file; what was said within a circle stays in it. */
export const listOwnAnswers = async (
  work: Work,
  ids: readonly string[],
  fields: readonly OwnField[],
): Promise<ReadonlyMap<string, readonly OwnCell[]>> => {
  const cells = new Map<string, OwnCell[]>()
  if (fields.length === 0 || ids.length === 0) return cells
  for (const { caseId, ...cell } of await listCells(work, ids, fields)) {
    const all = cells.get(caseId)
    if (all === undefined) cells.set(caseId, [cell])
    else all.push(cell)
  }
  return cells
}
