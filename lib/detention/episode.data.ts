import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { type Day, toDay } from '@/lib/shared/dates'
import { columnsWhen } from '@/lib/shared/when/columns.rules'
import type { DetentionEvent } from './event.rules'
import { openText, type TextPlace } from './sealed-text.data'
import {
  ARREST_CONTEXTS,
  CHANNELS,
  COURTS,
  END_REASONS,
  ESCORTS,
  EVENT_KINDS,
  GROUNDS,
  ISOLATION_GROUNDS,
  ORDER_KINDS,
  PETITION_OUTCOMES,
  REMOVAL_KINDS,
  REMOVAL_OUTCOMES,
  WITHDRAWALS,
} from './vocabulary.rules'

const event = {
  id: true,
  kind: true,
  replaces: true,
  withdrawnBecause: true,
  sameAs: true,
  onWhen: true,
  onText: true,
  onBasis: true,
  at: true,
  orderKind: true,
  ground: true,
  printedEnd: true,
  byMinister: true,
  publicOrder: true,
  court: true,
  petitionOutcome: true,
  removalKind: true,
  removalOutcome: true,
  destination: true,
  escort: true,
  isolationGround: true,
  channel: true,
  endReason: true,
  textCipher: true,
  createdAt: true,
  author: { select: { name: true } },
} as const satisfies Prisma.DetentionEventSelect
type EventRow = Prisma.DetentionEventGetPayload<{ select: typeof event }>

const coded = z.object({
  kind: z.enum(EVENT_KINDS),
  withdrawnBecause: z.enum(WITHDRAWALS).nullable(),
  orderKind: z.enum(ORDER_KINDS).nullable(),
  ground: z.enum(GROUNDS).nullable(),
  court: z.enum(COURTS).nullable(),
  petitionOutcome: z.enum(PETITION_OUTCOMES).nullable(),
  removalKind: z.enum(REMOVAL_KINDS).nullable(),
  removalOutcome: z.enum(REMOVAL_OUTCOMES).nullable(),
  escort: z.enum(ESCORTS).nullable(),
  isolationGround: z.enum(ISOLATION_GROUNDS).nullable(),
  channel: z.enum(CHANNELS).nullable(),
  endReason: z.enum(END_REASONS).nullable(),
})

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

export const eventTextAt = (caseId: string, row: string): TextPlace => ({
  holder: { kind: 'file', id: caseId },
  table: 'detention_event',
  row,
  column: 'text',
  revision: 1,
})

const toEvent = async (work: Work, caseId: string, { textCipher, author, ...row }: EventRow) => ({
  ...row,
  ...coded.parse(row),
  on: columnsWhen({ when: row.onWhen }),
  printedEnd: dayOrNull(row.printedEnd),
  text: await openText(work, eventTextAt(caseId, row.id), textCipher),
  by: author.name,
})
export type EpisodeEvent = Awaited<ReturnType<typeof toEvent>> & DetentionEvent

/** Every row of an episode of a file within reach, as it was written. */
export const listEvents = async (work: Work, caseId: string, episodeId: string): Promise<EpisodeEvent[]> => {
  const rows = await work.tx.detentionEvent.findMany({
    where: { caseId, episodeId },
    select: event,
    orderBy: { id: 'asc' },
    take: 500,
  })
  const events: EpisodeEvent[] = []
  for (const row of rows) events.push(await toEvent(work, caseId, row))
  return events
}

const contexts = z.enum(ARREST_CONTEXTS)

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
      events: await listEvents(work, caseId, row.id),
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
      place: { kind: { in: ['closed_centre', 'return_home'] } },
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
