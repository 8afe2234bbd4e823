import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import { meant, type Search } from '@/lib/shared/search'
import { listCounted } from './count.data'
import { canBreak, type Question, readOnly, readQuestion } from './question.rules'
import { mayCount, reachesOf, readReportWords } from './report.data'

export const MOST_FILES = 200

/**
 * The files behind one number of a report: counted as the report counts, then asked for anew with the reader’s own rights to files. The page
 * says nothing of those that the reader may not open, not even how many they are.
 */
export const readFiles = async (work: Work, search: Search, isDiscreet: boolean) => {
  const reaches = reachesOf(work)
  const names = await readReportWords(work)
  const asked = readQuestion(search, {
    today: dayOf(work.now),
    reach: reaches.at(-1) ?? 'own',
    own: names.own,
  })
  const [column] = asked.columns
  const row = meant(search, 'row', (text) => readOnly(text, names.own))
  const conditions = [...asked.only, ...(column?.only ? [column.only] : []), ...(row === null ? [] : [row])]
  const question: Question = { ...asked, only: conditions }
  const mayAsk =
    column !== undefined &&
    reaches.includes(asked.reach) &&
    mayCount(work, asked.reach, column.figure) &&
    conditions.every(({ dimension }) => canBreak(column.figure, dimension))
  const ids = mayAsk
    ? await work.counts(asked.reach, (counting) =>
        listCounted(counting, { ...question, figure: column.figure, by: null, split: null }, MOST_FILES),
      )
    : []
  const files = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:read', work.now), { id: { in: [...ids] } }] },
    select: { id: true, code: true },
    orderBy: { code: 'asc' },
  })
  const caseIds = files.map(({ id }) => id)
  return {
    question,
    column,
    row,
    files,
    isCut: ids.length === MOST_FILES,
    people: await listShownPeople(work, caseIds, isDiscreet),
    names,
  }
}
export type FilesPageData = Awaited<ReturnType<typeof readFiles>>
