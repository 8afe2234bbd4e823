import 'server-only'
import { listCentres } from '@/lib/cases/word.data'
import type { CountWork, Work } from '@/lib/db/work'
import { listCleared } from '@/lib/quotes/quote.data'
import type { QuoteRow } from '@/lib/quotes/quote.schema'
import { COUNT_REACHES } from '@/lib/shared/count-reach'
import { addMonths, dayOf } from '@/lib/shared/dates'
import { meanings, meant, type Search, says } from '@/lib/shared/search'
import { ANNUAL_CHAPTERS, ANNUAL_KINDS, type AnnualChapter, chaptersOf, planOf } from './annual.rules'
import { countCompleteness } from './completeness.data'
import { type Cell, countFigures } from './count.data'
import type { Counted } from './counted.rules'
import type { FigureId } from './figure.rules'
import { canBreak, type Question, readOffices } from './question.rules'
import { countQuestions, mayCount, reachesOf, readReportWords } from './report.data'

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
    offices: readOffices(search),
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
  | { readonly chapter: AnnualChapter; readonly kind: 'quotes' | 'counting' }

type Centre = Awaited<ReturnType<typeof listCentres>>[number]
export type Quoted = { readonly quote: QuoteRow; readonly centre: Centre | null }

/** Figures of a year by place, and in all. */
const countList = async (
  counting: CountWork,
  figures: readonly FigureId[],
  question: Question,
): Promise<Numbers> => {
  const tables = await countFigures(
    counting,
    figures.map((figure) => ({
      ...question,
      figure,
      by: canBreak(figure, 'place') ? 'place' : null,
      split: null,
    })),
  )
  return new Map(figures.map((figure, index) => [figure, tables[index] ?? []]))
}

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
  const plans = chapters.map((chapter) => {
    const plan = planOf(kind, chapter)
    const questions =
      plan.kind === 'tables'
        ? plan.tables.map(({ by, split = null, columns }): Question => ({ ...base, by, split, columns }))
        : []
    return { chapter, plan, questions }
  })
  const figures = new Set(
    plans.flatMap(({ plan, questions }) => [
      ...(plan.kind === 'list' || plan.kind === 'centres' ? plan.figures : []),
      ...questions.flatMap(({ columns }) => columns.map(({ figure }) => figure)),
    ]),
  )
  const listed = [
    ...new Set(
      plans.flatMap(({ plan }) => (plan.kind === 'list' || plan.kind === 'centres' ? plan.figures : [])),
    ),
  ]
  // Of a year that goes on, the same months of the one before.
  const before: Question = { ...base, from: addMonths(base.from, -12), until: addMonths(base.until, -12) }
  const all = plans.flatMap(({ questions }) => questions)
  const counted = await work.counts(reach, async (counting) => ({
    tables: await countQuestions(counting, all),
    numbers: await countList(counting, listed, base),
    before: await countList(counting, listed, before),
    completeness: await countCompleteness(work, counting, base),
  }))
  const cleared = plans.some(({ plan }) => plan.kind === 'quotes') ? await listCleared(work, base) : []
  const centres = cleared.length === 0 ? [] : await listCentres(work)
  const countedOf = (question: Question): Counted => {
    const found = counted.tables[all.indexOf(question)]
    if (found === undefined) throw new Error('a table of the annual report was not counted')
    return found
  }
  return {
    question: base,
    periodBefore: before,
    chapters: plans.map(({ chapter, plan, questions }): CountedChapter => {
      if (plan.kind === 'quotes' || plan.kind === 'counting') return { chapter, kind: plan.kind }
      if (plan.kind !== 'tables') return { chapter, kind: plan.kind, figures: plan.figures }
      const tables = questions.map((question) => ({ question, counted: countedOf(question) }))
      return { chapter, kind: plan.kind, tables }
    }),
    /** Every figure that is printed, for the definitions. */
    figures: [...figures],
    numbers: counted.numbers,
    before: counted.before,
    completeness: counted.completeness,
    names: await readReportWords(work),
    /** What people allowed to print, with the centre it is about. */
    quotes: cleared.map(
      (quote): Quoted => ({ quote, centre: centres.find(({ id }) => id === quote.placeId) ?? null }),
    ),
  }
}
export type Annual = Awaited<ReturnType<typeof countAnnual>>
