import 'server-only'
import { DETENTION_KINDS } from '@/lib/countries/vocabulary.rules'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { type Day, toDay } from '@/lib/shared/dates'
import { listEvents } from './event.data'
import { ARREST_CONTEXTS } from './vocabulary.rules'

const place = {
  select: { kind: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
} as const
const stay = {
  id: true,
  personId: true,
  placeId: true,
  since: true,
  until: true,
  place,
} as const satisfies Prisma.PlaceStaySelect

const dayOrNull = (date: Date | null): Day | null => (date === null ? null : toDay(date))
const toStay = (row: Prisma.PlaceStayGetPayload<{ select: typeof stay }>) => ({
  ...row,
  since: dayOrNull(row.since),
  until: dayOrNull(row.until),
})
export type EpisodeStay = ReturnType<typeof toStay>

const contexts = storedCode(ARREST_CONTEXTS)

/** The episodes of a file within reach, the newest first, with their stays, rows and the conversations met in them. */
export const listEpisodes = async (work: Work, caseId: string) => {
  const rows = await work.tx.detentionEpisode.findMany({
    where: { caseId },
    select: {
      id: true,
      arrestContext: true,
      createdAt: true,
      creator: { select: { name: true } },
      stays: { select: stay, orderBy: [{ since: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }] },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
  })
  const episodes = []
  for (const { stays, creator, arrestContext, ...row } of rows)
    episodes.push({
      ...row,
      arrestContext: contexts.parse(arrestContext),
      by: creator.name,
      stays: stays.map(toStay),
      events: await listEvents(work, { caseId, episodeId: row.id }),
    })
  return episodes
}
export type Episode = Awaited<ReturnType<typeof listEpisodes>>[number]

/** Throws NotFound when the file has no such episode. */
export const getEpisode = async (work: Work, caseId: string, episodeId: string): Promise<Episode> => {
  const found = (await listEpisodes(work, caseId)).find(({ id }) => id === episodeId)
  if (found === undefined) throw new NotFound()
  return found
}

/** Stays in a centre or return home that belong to no episode and last: nothing of the law is recorded yet. */
export const listLooseStays = async (work: Work, caseId: string): Promise<EpisodeStay[]> => {
  const rows = await work.tx.placeStay.findMany({
    where: {
      caseId,
      episodeId: null,
      until: null,
      place: { kind: { in: [...DETENTION_KINDS.codes] } },
    },
    select: stay,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(toStay)
}

/** Conversations of a file by day. */
export const listMet = async (work: Work, caseId: string) => {
  const rows = await work.tx.encounter.findMany({
    where: { caseId },
    select: { id: true, personId: true, metOn: true, outcome: true, author: { select: { name: true } } },
    orderBy: [{ metOn: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(({ author, metOn, ...row }) => ({ ...row, on: toDay(metOn), by: author.name }))
}
export type Met = Awaited<ReturnType<typeof listMet>>[number]
