import 'server-only'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { listProjects } from '@/lib/projects/project.data'
import type { CountReach } from '@/lib/shared/count-reach'
import { dayOf } from '@/lib/shared/dates'
import { allOf, type Search } from '@/lib/shared/search'
import { type Cell, countFigure, countUncertain } from './count.data'
import type { Counted, CountedColumn } from './counted.rules'
import { DIMENSION_IDS, type DimensionId, dimensionOf } from './dimension.rules'
import { type FigureId, figureOf } from './figure.rules'
import { type Column, canBreak, type Question, readQuestion } from './question.rules'
import { listSaved } from './saved.data'
import { toStandard } from './standard.rules'

/** The reaches an account may count in, the widest last. */
export const reachesOf = ({ actor }: Pick<Work, 'actor'>): readonly CountReach[] => [
  ...(actor.role === 'admin' ? [] : (['own'] as const)),
  ...(actor.leads.length > 0 ? (['team'] as const) : []),
  ...(actor.role === 'admin' || actor.capabilities.includes('reads_figures')
    ? (['organisation'] as const)
    : []),
]

/** An admin without the capability counts visits and enquiries, which name no one, and nothing else. */
export const mayCount = ({ actor }: Pick<Work, 'actor'>, reach: CountReach, figure: FigureId): boolean =>
  reach !== 'organisation' ||
  actor.capabilities.includes('reads_figures') ||
  OF_THE_ORGANISATION.includes(figureOf(figure).fact)
const OF_THE_ORGANISATION: readonly string[] = ['visit', 'group', 'observation', 'closed_day', 'enquiry']

const valuesOf = (cells: readonly Cell[], split: string | null) =>
  new Map(cells.filter((cell) => cell.split === split).map(({ by, value }) => [by, value]))

/** Everything a question asks, counted in one view of the rows. */
export const countQuestion = (work: Work, question: Question): Promise<Counted> =>
  work.counts(question.reach, async (counting) => {
    const { from, until, offices, by, split } = question
    const onlyOf = ({ only }: Column) => [...question.only, ...(only === null ? [] : [only])]
    const isKnown = (column: Column): boolean =>
      onlyOf(column).every(({ dimension }) => canBreak(column.figure, dimension))
    const columns: CountedColumn[] = []
    const uncertain: number[] = []
    for (const column of question.columns) {
      const { figure } = column
      // The number without the condition would be read as the number with it.
      if (!isKnown(column)) {
        columns.push({ column, split: null, values: new Map(), isBroken: false, isKnown: false })
        uncertain.push(0)
        continue
      }
      const isBroken = canBreak(figure, by)
      const breaking = split !== null && canBreak(figure, split) ? split : null
      const asked = {
        figure,
        from,
        until,
        offices,
        only: onlyOf(column),
        by: isBroken ? by : null,
        split: breaking,
      }
      const cells = await countFigure(counting, asked)
      const parts = breaking === null ? [] : [...new Set(cells.flatMap((cell) => cell.split ?? []))].sort()
      for (const part of [...parts, null])
        columns.push({ column, split: part, values: valuesOf(cells, part), isBroken, isKnown: true })
      uncertain.push(await countUncertain(counting, asked))
    }
    const [first] = question.columns
    const months =
      first !== undefined && isKnown(first) && canBreak(first.figure, 'month')
        ? valuesOf(
            await countFigure(counting, {
              figure: first.figure,
              from,
              until,
              offices,
              only: onlyOf(first),
              by: 'month',
              split: null,
            }),
            null,
          )
        : null
    return { columns, uncertain, months: months === null ? null : knownOf(months) }
  })

const knownOf = (values: ReadonlyMap<string | null, number | null>): ReadonlyMap<string, number | null> =>
  new Map([...values].flatMap(([key, value]) => (key === null ? [] : [[key, value] as const])))

const LISTS = [
  ...new Set(
    DIMENSION_IDS.codes.flatMap((id: DimensionId) => {
      const { words } = dimensionOf(id)
      return words.by === 'list' ? [words.list] : []
    }),
  ),
]

/** The names of places, offices and codes that a table may have to say. */
export const readReportWords = async (work: Work) => ({
  words: await listWords(work, LISTS),
  places: await work.tx.place.findMany({
    select: {
      slug: true,
      position: true,
      kind: true,
      labelEn: true,
      labelFr: true,
      labelNl: true,
      labelDe: true,
    },
    orderBy: [{ kind: 'asc' }, { position: 'asc' }],
  }),
  projects: await listProjects(work),
  bodies: await work.tx.helpBody.findMany({ select: { slug: true, name: true } }),
  offices: await work.tx.team.findMany({
    where: { organisationId: work.actor.organisationId },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  }),
})
export type ReportWords = Awaited<ReturnType<typeof readReportWords>>

/** The parts of an address that was kept. */
export const toRaw = (question: string): Search => {
  const search = new URLSearchParams(question)
  return Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]))
}

/** The report of an address: what is asked, what was counted, and what one may ask instead. */
export const readReport = async (work: Work, search: Search) => {
  const reaches = reachesOf(work)
  const widest = reaches.at(-1)
  const today = dayOf(work.now)
  const asked = readQuestion(search, { today, reach: widest ?? 'own' })
  const reach = reaches.includes(asked.reach) ? asked.reach : (widest ?? 'own')
  const begun = allOf(search, 'column').length === 0
  const first = begun
    ? {
        ...asked,
        ...toStandard(mayCount(work, reach, 'people_met') ? 'detention' : 'visits', { today, reach }),
        from: asked.from,
        until: asked.until,
      }
    : asked
  const allowed = first.columns.filter(({ figure }) => mayCount(work, reach, figure))
  const question: Question = {
    ...first,
    reach,
    columns: allowed.length > 0 ? allowed : [{ figure: 'visits', only: null }],
  }
  return {
    question,
    reaches,
    today,
    /** Asked for, and not within what this account may count. */
    withheld: first.columns.length - allowed.length,
    /** One’s own caseload leaves by its own export: a count of a few files would be a list of them. */
    leaves: reach !== 'own',
    counted: await countQuestion(work, question),
    names: await readReportWords(work),
    countedAt: work.now,
    leads: work.actor.leads,
    readerId: work.actor.id,
    saved: await listSaved(work),
    /** Offices with which a question may be shared. */
    teams: await work.tx.team.findMany({
      where: { id: { in: [...work.actor.teams] } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    countsPeople: mayCount(work, reach, 'people_met'),
  }
}
export type Report = Awaited<ReturnType<typeof readReport>>
