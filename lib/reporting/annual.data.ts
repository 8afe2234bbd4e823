import 'server-only'
import type { Work } from '@/lib/db/work'
import { COUNT_REACHES } from '@/lib/shared/count-reach'
import { addMonths, dayOf } from '@/lib/shared/dates'
import { meanings, meant, type Search, says } from '@/lib/shared/search'
import { isId } from '@/lib/shared/shape'
import { ANNUAL_CHAPTERS, ANNUAL_KINDS, type AnnualChapter, chaptersOf, planOf } from './annual.rules'
import { readCompleteness } from './completeness.data'
import { type Cell, countFigure } from './count.data'
import type { Counted } from './counted.rules'
import type { FigureId } from './figure.rules'
import { canBreak, type Question } from './question.rules'
import { countQuestion, mayCount, reachesOf, readReportWords } from './report.data'

/** The choices of an annual report, from its address. Nothing chosen is all of it. */
export const readAnnualChoices = (work: Work, search: Search) => {
  const thisYear = Number(dayOf(work.now).slice(0, 4))
  const reaches = reachesOf(work).filter((reach) => mayCount(work, reach, 'people_met'))
  const asked = meant(search, 'reach', COUNT_REACHES.match)
  const kind = meant(search, 'kind', ANNUAL_KINDS.match) ?? ANNUAL_KINDS.codes[0]
  // The chapters that were chosen are those of another kind, when the kind has just been changed.
  const isOther = (meant(search, 'of', ANNUAL_KINDS.match) ?? kind) !== kind
  const chapters = isOther ? [] : meanings(search, 'chapter', ANNUAL_CHAPTERS.match)
  const year =
    meant(search, 'year', (text) =>
      /^20\d\d$/.test(text) && Number(text) <= thisYear ? Number(text) : null,
    ) ?? thisYear
  return {
    kind,
    year,
    thisYear,
    reaches,
    reach: asked !== null && reaches.includes(asked) ? asked : reaches.at(-1),
    offices: meanings(search, 'office', (text) => (isId(text) ? text : null)),
    chapters: chaptersOf(kind).filter((chapter) => chapters.length === 0 || chapters.includes(chapter)),
    isShown: says(search, 'draft', 'yes'),
  }
}
export type AnnualChoices = ReturnType<typeof readAnnualChoices>

type Numbers = ReadonlyMap<FigureId, readonly Cell[]>
export type CountedChapter =
  | {
      readonly chapter: AnnualChapter
      readonly kind: 'list' | 'centres'
      readonly figures: readonly FigureId[]
    }
  | {
      readonly chapter: AnnualChapter
      readonly kind: 'tables'
      readonly tables: readonly { question: Question; counted: Counted }[]
    }
  | { readonly chapter: AnnualChapter; readonly kind: 'counting' }

/** Figures of a year by place, and in all. */
const countList = (work: Work, figures: readonly FigureId[], question: Question): Promise<Numbers> =>
  work.counts(question.reach, async (counting) => {
    const numbers = new Map<FigureId, readonly Cell[]>()
    for (const figure of figures)
      numbers.set(
        figure,
        await countFigure(counting, {
          ...question,
          figure,
          by: canBreak(figure, 'place') ? 'place' : null,
          split: null,
        }),
      )
    return numbers
  })

/** Everything that an annual report prints, counted. */
export const countAnnual = async (
  work: Work,
  choices: AnnualChoices & { readonly reach: Question['reach'] },
) => {
  const { kind, year, thisYear, reach, offices, chapters } = choices
  const base: Question = {
    reach,
    offices,
    from: `${year}-01-01`,
    until: year === thisYear ? dayOf(work.now) : `${year}-12-31`,
    by: 'place',
    split: null,
    columns: [],
    only: [],
  }
  const counted: CountedChapter[] = []
  const figures = new Set<FigureId>()
  for (const chapter of chapters) {
    const plan = planOf(kind, chapter)
    if (plan.kind === 'counting') counted.push({ chapter, kind: plan.kind })
    else if (plan.kind === 'tables') {
      const tables: { question: Question; counted: Counted }[] = []
      for (const { by, split = null, columns } of plan.tables) {
        const question = { ...base, by, split, columns }
        tables.push({ question, counted: await countQuestion(work, question) })
        for (const { figure } of columns) figures.add(figure)
      }
      counted.push({ chapter, kind: plan.kind, tables })
    } else {
      for (const figure of plan.figures) figures.add(figure)
      counted.push({ chapter, kind: plan.kind, figures: plan.figures })
    }
  }
  const listed = [
    ...new Set(counted.flatMap((one) => (one.kind === 'list' || one.kind === 'centres' ? one.figures : []))),
  ]
  // Of a year that goes on, the same months of the one before.
  const before: Question = { ...base, from: addMonths(base.from, -12), until: addMonths(base.until, -12) }
  return {
    question: base,
    periodBefore: before,
    chapters: counted,
    /** Every figure that is printed, for the definitions. */
    figures: [...figures],
    numbers: await countList(work, listed, base),
    before: await countList(work, listed, before),
    completeness: await readCompleteness(work, base),
    names: await readReportWords(work),
  }
}
export type Annual = Awaited<ReturnType<typeof countAnnual>>
