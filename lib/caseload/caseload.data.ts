import 'server-only'
import * as z from 'zod'
import { reachedBy, scopeCases } from '@/lib/access/scope'
import { findNextDays } from '@/lib/appointments/appointment.data'
import { openNextStep, today } from '@/lib/cases/case.data'
import { rankedColumns } from '@/lib/cases/danger.view'
import { PRESENT } from '@/lib/cases/file-people.rules'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { listCentres, listWords } from '@/lib/cases/word.data'
import type { Prisma } from '@/lib/db/generated/client'
import { join, sql } from '@/lib/db/sql'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { listMinors } from '@/lib/guardianship/waiting.data'
import { ageClaimRows, CURRENT } from '@/lib/people/person.data'
import { type Day, toDate } from '@/lib/shared/dates'
import { MOST_FILES } from './caseload.rules'
import {
  type Cursor,
  type Filters,
  LACKS,
  type Lack,
  type Raw,
  readSearch,
  type Sort,
  writeCursor,
} from './caseload.schema'
import { LACKING } from './caseload-filter.data'
import { type Counts, countCaseload, listPlaces } from './caseload-order.data'
import { listOwnAnswers, listOwnFields } from './caseload-own.data'

const PAGE = 50

/** One line of a list: nothing that names a person, and no free text, which may. */
export const caseLine = {
  id: true,
  code: true,
  kind: true,
  status: true,
  secrecy: true,
  openedOn: true,
  lastSeenOn: true,
  lastContactOn: true,
  ...rankedColumns,
  worker: { select: { id: true, name: true } },
  people: {
    where: PRESENT,
    select: {
      person: {
        select: {
          ageClaims: ageClaimRows,
          nationalities: {
            where: CURRENT,
            select: { country: true, certainty: true },
            orderBy: { createdAt: 'asc' },
          },
        },
      },
    },
  },
  stays: {
    where: { until: null },
    select: {
      since: true,
      place: {
        select: { slug: true, kind: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
      },
    },
    orderBy: { createdAt: 'desc' },
    take: 1,
  },
  signals: {
    where: { answeredAt: null },
    select: { code: true, severity: true },
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.CaseFileSelect
export type CaseLine = Prisma.CaseFileGetPayload<{ select: typeof caseLine }>
export type CaseloadLine = CaseLine & {
  readonly lacks: readonly Lack[]
  /** A minor of the file has no guardian: how long the longest of them waits, where the day of the report is known. */
  readonly waits: { readonly days: number | null } | null
  readonly nextAppointmentOn: Day | null
}

/** In a closed centre, there for eight days or longer (or since we do not know when), and not seen for as long. */
export const toUnseen = (work: Work): Prisma.CaseFileWhereInput => ({
  unseenOn: { lte: toDate(today(work)) },
})

const lacking = z.array(z.object({ id: z.string(), lacks: z.array(storedCode(LACKS)) }))

/** The lines of some files in the order of their ids. What each lacks is asked in the words of the filter. */
export const listLines = async (work: Work, ids: readonly string[]): Promise<CaseloadLine[]> => {
  if (ids.length === 0) return []
  const found = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:read', work.now), { id: { in: [...ids] } }] },
    select: caseLine,
  })
  const day = today(work)
  const words = LACKS.codes.map((lack) => sql`CASE WHEN ${LACKING[lack](day)} THEN ${lack}::text END`)
  const lacks = lacking.parse(
    await work.tx.$queryRaw`SELECT f.id::text, array_remove(ARRAY[${join(words)}], NULL) AS lacks
                              FROM case_file f WHERE f.id = ANY (${[...ids]}::uuid[])`,
  )
  const lacksOf = new Map(lacks.map((row) => [row.id, row.lacks]))
  const alone = (await listMinors(work, ids)).filter(({ current }) => current.needsGuardian)
  const waitsOf = (id: string): CaseloadLine['waits'] => {
    const own = alone.filter(({ file }) => file.id === id)
    const days = own.flatMap(({ wait }) => wait?.days ?? [])
    return own.length === 0 ? null : { days: days.length === 0 ? null : Math.max(...days) }
  }
  const appointmentOf = await findNextDays(work, ids, day)
  const lineOf = new Map(found.map((line) => [line.id, line]))
  return ids.flatMap((id) => {
    const line = lineOf.get(id)
    const nextAppointmentOn = appointmentOf.get(id) ?? null
    return line === undefined
      ? []
      : [{ ...line, lacks: lacksOf.get(id) ?? [], waits: waitsOf(id), nextAppointmentOn }]
  })
}

export type Caseload = Counts & {
  readonly lines: readonly CaseloadLine[]
  /** How many rows stand on the pages before. */
  readonly passed: number
  readonly next: string | null
}

/** A page of the files within reach, those in danger first unless another order is asked for. */
export const listCaseload = async (
  work: Work,
  { filters, sort }: { readonly filters: Filters; readonly sort: Sort },
  after: Cursor | null,
): Promise<Caseload> => {
  const places = await listPlaces(work, { filters, sort, after, take: PAGE + 1 })
  const shown = places.slice(0, PAGE)
  const last = shown.at(-1)
  const passed = after?.passed ?? 0
  return {
    ...(await countCaseload(work, filters)),
    lines: await listLines(
      work,
      shown.map(({ id }) => id),
    ),
    passed,
    next:
      places.length > PAGE && last !== undefined
        ? writeCursor({ ...last, passed: passed + shown.length })
        : null,
  }
}

/** All matching files in order, at most MOST_FILES: for a review, a print, a bulk action. */
export const listCaseIds = async (work: Work, filters: Filters, sort: Sort): Promise<string[]> =>
  (await listPlaces(work, { filters, sort, take: MOST_FILES })).map(({ id }) => id)

/** Whether the actor has any file at all: tells an empty list from a filter that finds nothing. */
const hasFiles = async (work: Work): Promise<boolean> =>
  (await work.tx.caseFile.findFirst({
    where: scopeCases(work.actor, 'case:read', work.now),
    select: { id: true },
  })) !== null

const colleagues = z.array(z.object({ id: z.string(), name: z.string() }))

/**
 * The colleagues who work on files within reach, for the filter. Each way by which the actor reaches files is asked for its own:
 * "mine or theirs" in one question would look at every file of the organisation.
 */
export const listWorkers = async (work: Work) => {
  const ways = reachedBy(work.actor, 'case:read', work.now)
  if (ways.length === 0) return []
  const workers = join(
    ways.map((way) => sql`SELECT f.worker_id FROM case_file f WHERE ${way}`),
    ' UNION ',
  )
  return colleagues.parse(
    await work.tx.$queryRaw`SELECT s.id::text, s.name FROM staff s WHERE s.id IN (${workers})
                             ORDER BY s.name, s.id LIMIT 200`,
  )
}

const countries = z.array(z.object({ country: z.string() }))

/** The nationalities said of anyone within reach, for the filter. */
export const listNationalities = async (work: Work): Promise<string[]> =>
  countries
    .parse(
      await work.tx.$queryRaw`SELECT DISTINCT n.country::text FROM case_person cp
                                JOIN nationality n ON n.person_id = cp.person_id
                               WHERE n.withdrawn_at IS NULL ORDER BY 1 LIMIT 60`,
    )
    .map(({ country }) => country)

/** The next steps of some files in words. They are free text, which may name a person: for the screen of who may open the files. */
const listSteps = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.tx.caseFile.findMany({
    where: {
      AND: [scopeCases(work.actor, 'case:read', work.now), { id: { in: [...ids] } }],
      nextStepCipher: { not: null },
    },
    select: { id: true, nextStepCipher: true, nextStepRevision: true, nextStepOn: true },
  })
  await work.fieldCrypto.gather(
    'file',
    rows.map(({ id }) => id),
  )
  const steps = new Map<string, string>()
  for (const row of rows) {
    const step = await openNextStep(work, row)
    if (step !== null) steps.set(row.id, step.text)
  }
  return steps
}

/** Everything the caseload page shows for an address; in discreet mode no name and no free text. */
export const readCaseload = async (work: Work, search: Raw, isDiscreet: boolean) => {
  const address = readSearch(search)
  const load = await listCaseload(work, address, address.after)
  const ids = load.lines.map(({ id }) => id)
  const ownFields = await listOwnFields(work)
  return {
    address,
    load,
    people: await listShownPeople(work, ids, isDiscreet),
    /** Null when only their days are shown. */
    steps: isDiscreet || !address.columns.includes('step') ? null : await listSteps(work, ids),
    hasFiles: load.total > 0 || (await hasFiles(work)),
    workers: await listWorkers(work),
    centres: await listCentres(work),
    nationalities: await listNationalities(work),
    ownFields,
    own: address.columns.includes('own') ? await listOwnAnswers(work, ids, ownFields) : null,
    words: await listWords(work, ['case_kind', 'case_status', 'risk_level', 'concern_type']),
    today: today(work),
  }
}
export type CaseloadPageData = Awaited<ReturnType<typeof readCaseload>>
