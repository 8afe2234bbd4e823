import 'server-only'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import { meant, type Search } from '@/lib/shared/search'
import type { Counted } from './counted.rules'
import { difference, fromStored, inColumns } from './counted.rules'
import { EDITION } from './figure.rules'
import { type Question, readQuestion } from './question.rules'
import { countQuestion, mayCount, reachesOf, readReportWords, toRaw } from './report.data'
import { getRun, isBlanked, listRuns } from './run.data'

/** Two questions that differ in their days alone. */
const isAlike = (one: string, other: string): boolean => {
  const [first, second] = [one, other].map((text) => {
    const search = new URLSearchParams(text)
    search.delete('from')
    search.delete('until')
    return search.toString()
  })
  return first === second
}

/**
 * A run as it was kept beside the same question as it is counted now, or as another run of it kept it, and what changed between the two.
 */
export const readRun = async (work: Work, id: string, search: Search) => {
  const run = await getRun(work, id)
  // An own field in the words of the day on which the numbers were kept.
  const names = await readReportWords(work, run.countedAt)
  const { own } = names
  const read = (text: string): Question =>
    readQuestion(toRaw(text), { today: dayOf(work.now), reach: 'own', own })
  const question = read(run.question)
  const then = fromStored(run.cells, own)
  // The same question, whatever its days: years are compared, and so are two looks at one year.
  const others = (await listRuns(work)).filter(
    (one) => one.id !== id && one.edition === run.edition && isAlike(one.question, run.question),
  )
  const other = meant(search, 'with', (text) => others.find((one) => one.id === text))
  // Another edition counts something else; a reach that ended is counted no more.
  const isComparable =
    run.edition === EDITION &&
    reachesOf(work).includes(question.reach) &&
    question.columns.every(({ figure }) => mayCount(work, question.reach, figure))
  const now: Counted | null =
    other !== null
      ? fromStored((await getRun(work, other.id)).cells, own)
      : isComparable
        ? inColumns(await countQuestion(work, question), question, own)
        : null
  return {
    id,
    name: run.name,
    keptAt: run.countedAt,
    isBlanked: isBlanked(run, work.now),
    question,
    names,
    others,
    other,
    /** What the second side asked. */
    otherQuestion: other === null ? question : read(other.question),
    then,
    now,
    change: now === null ? null : difference(then, now),
  }
}
export type RunPageData = Awaited<ReturnType<typeof readRun>>
