import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { addDays, toDate, toDay } from '@/lib/shared/dates'
import { today } from './case.data'
import { CLOSED_STATUSES, UNSEEN_AFTER_DAYS } from './case.rules'
import { type Cursor, type Filters, readSearch, writeCursor } from './caseload.schema'
import { listCentres, listWords } from './word.data'

const PAGE = 50

/** One line of a list: nothing that names a person, and no free text, which may. */
export const caseLine = {
  id: true,
  code: true,
  kind: true,
  status: true,
  secrecy: true,
  openedOn: true,
  nextStepOn: true,
  worker: { select: { id: true, name: true } },
  people: {
    select: {
      person: {
        select: {
          ageClaims: {
            select: { basis: true, ageYears: true, asOf: true, bornEarliest: true, bornLatest: true },
            orderBy: { createdAt: 'asc' },
          },
          nationalities: { select: { country: true, certainty: true }, orderBy: { createdAt: 'asc' } },
        },
      },
    },
  },
  stays: {
    where: { until: null },
    select: {
      since: true,
      place: { select: { slug: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
    },
    orderBy: { createdAt: 'desc' },
    take: 1,
  },
  encounters: {
    where: { outcome: 'seen' },
    select: { metOn: true },
    orderBy: { metOn: 'desc' },
    take: 1,
  },
  notes: { select: { happenedOn: true }, orderBy: { happenedOn: 'desc' }, take: 1 },
  signals: { where: { answeredAt: null }, select: { code: true, severity: true } },
} as const satisfies Prisma.CaseFileSelect
export type CaseLine = Prisma.CaseFileGetPayload<{ select: typeof caseLine }>

/** In a closed centre, there for eight days or longer (or since we do not know when), and not seen for as long. */
export const toUnseen = (work: Work): Prisma.CaseFileWhereInput => {
  const limit = toDate(addDays(today(work), -UNSEEN_AFTER_DAYS))
  return {
    stays: {
      some: {
        until: null,
        place: { kind: 'closed_centre' },
        OR: [{ since: null }, { since: { lte: limit } }],
      },
    },
    encounters: { none: { outcome: 'seen', metOn: { gt: limit } } },
  }
}

const toWhere = (work: Work, filters: Filters): Prisma.CaseFileWhereInput => {
  const narrow: Prisma.CaseFileWhereInput[] = [scopeCases(work.actor, 'case:read', work.now)]
  narrow.push({ status: filters.status ?? { notIn: [...CLOSED_STATUSES] } })
  if (filters.worker !== undefined) narrow.push({ workerId: filters.worker })
  if (filters.kind !== undefined) narrow.push({ kind: filters.kind })
  if (filters.centre !== undefined)
    narrow.push({ stays: { some: { until: null, place: { slug: filters.centre } } } })
  if (filters.signal !== undefined)
    narrow.push({ signals: { some: { answeredAt: null, severity: filters.signal } } })
  if (filters.late !== undefined) narrow.push({ nextStepOn: { lt: toDate(today(work)) } })
  if (filters.unseen !== undefined) narrow.push(toUnseen(work))
  return { AND: narrow }
}

const toAfter = ({ on, id }: Cursor): Prisma.CaseFileWhereInput =>
  on === null
    ? { nextStepOn: null, id: { gt: id } }
    : {
        OR: [
          { nextStepOn: { gt: toDate(on) } },
          { nextStepOn: toDate(on), id: { gt: id } },
          { nextStepOn: null },
        ],
      }

export type Caseload = {
  readonly lines: readonly CaseLine[]
  readonly total: number
  readonly late: number
  readonly signalled: number
  /** How many rows stand on the pages before. */
  readonly passed: number
  readonly next: string | null
}

/** A page of the files within reach, the most urgent next step first; files without one come last. */
export const listCaseload = async (work: Work, filters: Filters, after: Cursor | null): Promise<Caseload> => {
  const where = toWhere(work, filters)
  const found = await work.tx.caseFile.findMany({
    where: after === null ? where : { AND: [where, toAfter(after)] },
    select: caseLine,
    orderBy: [{ nextStepOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: PAGE + 1,
  })
  const lines = found.slice(0, PAGE)
  const last = lines.at(-1)
  const passed = after?.passed ?? 0
  const hasMore = found.length > PAGE && last !== undefined
  const count = (also: Prisma.CaseFileWhereInput) => work.tx.caseFile.count({ where: { AND: [where, also] } })
  return {
    lines,
    total: await count({}),
    late: await count({ nextStepOn: { lt: toDate(today(work)) } }),
    signalled: await count({ signals: { some: { answeredAt: null } } }),
    passed,
    next: hasMore
      ? writeCursor({
          on: last.nextStepOn && toDay(last.nextStepOn),
          id: last.id,
          passed: passed + lines.length,
        })
      : null,
  }
}

/** Whether the actor has any file at all: tells an empty list from a filter that finds nothing. */
const hasFiles = async (work: Work): Promise<boolean> =>
  (await work.tx.caseFile.findFirst({
    where: scopeCases(work.actor, 'case:read', work.now),
    select: { id: true },
  })) !== null

/** The colleagues who work on files within reach, for the filter. */
const listWorkers = (work: Work) =>
  work.tx.staff.findMany({
    where: {
      organisationId: work.actor.organisationId,
      files: { some: scopeCases(work.actor, 'case:read', work.now) },
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
  })

/** Everything the caseload page shows for an address. */
export const readCaseload = async (
  work: Work,
  search: Readonly<Record<string, string | readonly string[] | undefined>>,
) => {
  const { filters, after } = readSearch(search)
  const load = await listCaseload(work, filters, after)
  return {
    filters,
    load,
    hasFiles: load.total > 0 || (await hasFiles(work)),
    workers: await listWorkers(work),
    centres: await listCentres(work),
    words: await listWords(work, ['case_kind', 'case_status', 'concern_type']),
    today: today(work),
  }
}
export type CaseloadPageData = Awaited<ReturnType<typeof readCaseload>>
