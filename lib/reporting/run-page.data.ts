import 'server-only'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import type { Counted } from './counted.rules'
import { difference, fromStored } from './counted.rules'
import { EDITION } from './figure.rules'
import { type Question, readQuestion } from './question.rules'
import { countQuestion, mayCount, reachesOf, readReportWords, toRaw } from './report.data'
import { getRun } from './run.data'

/** A run as it was kept, the same question as it is counted now, and what changed between the two. */
export const readRun = async (work: Work, id: string) => {
  const run = await getRun(work, id)
  const question: Question = readQuestion(toRaw(run.question), { today: dayOf(work.now), reach: 'own' })
  const then = fromStored(run.cells)
  // Another edition counts something else; a reach that ended is counted no more.
  const isComparable =
    run.edition === EDITION &&
    reachesOf(work).includes(question.reach) &&
    question.columns.every(({ figure }) => mayCount(work, question.reach, figure))
  const now: Counted | null = isComparable ? await countQuestion(work, question) : null
  return {
    id,
    name: run.name,
    keptAt: run.countedAt,
    question,
    names: await readReportWords(work),
    then,
    now,
    change: now === null ? null : difference(then, now),
  }
}
export type RunPageData = Awaited<ReturnType<typeof readRun>>
