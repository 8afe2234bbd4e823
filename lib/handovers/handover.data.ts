import 'server-only'
import * as z from 'zod'
import { rankFiles } from '@/lib/caseload/danger.data'
import { isDanger } from '@/lib/cases/danger.rules'
import { NotFound } from '@/lib/db/errors'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { toDate, toDay } from '@/lib/shared/dates'
import { ITEM_STATES, KINDS, STATES } from './handover.rules'

const isUuid = (text: string): boolean => z.uuid().safeParse(text).success
const kind = storedCode(KINDS)
const itemState = storedCode(ITEM_STATES)

const item = {
  handoverId: true,
  caseId: true,
  position: true,
  toStaffId: true,
  state: true,
  noteCipher: true,
  noteRevision: true,
  reasonCipher: true,
  answeredAt: true,
} as const
const shape = {
  id: true,
  teamId: true,
  fromStaffId: true,
  kind: true,
  untilDay: true,
  state: true,
  createdAt: true,
  sentBy: true,
  sentAt: true,
  undoneAt: true,
  version: true,
  from: { select: { name: true } },
  sender: { select: { name: true } },
} as const

const readRow = (work: Work, id: string) =>
  work.tx.handover.findUnique({
    where: { id },
    select: { ...shape, items: { select: item, orderBy: [{ position: 'asc' }, { caseId: 'asc' }] } },
  })

/**
 * One hand-over with the files in it that the actor may see: a coordinator sees those of their office that are not restricted or
 * are theirs to open, the colleague who leaves sees their own, one who is asked sees those they are asked for. Null when it does
 * not concern the actor.
 */
export const findHandover = async (work: Work, id: string) => {
  if (!isUuid(id)) return null
  const row = await readRow(work, id)
  if (row === null) return null
  const { from, sender, untilDay, items, ...handover } = row
  return {
    ...handover,
    kind: kind.parse(row.kind),
    state: STATES.read(row.state),
    untilDay: untilDay && toDay(untilDay),
    from: from.name,
    sender: sender?.name ?? '',
    items: items.map(({ state, ...one }) => ({ ...one, state: itemState.parse(state) })),
  }
}
export type Handover = NonNullable<Awaited<ReturnType<typeof findHandover>>>
export type HandoverItem = Handover['items'][number]

export const getHandover = async (work: Work, id: string): Promise<Handover> => {
  const handover = await findHandover(work, id)
  if (handover === null) throw new NotFound()
  return handover
}

/** The same for the coordinator of the office; not there for everyone else. */
export const getLedHandover = async (work: Work, id: string): Promise<Handover> => {
  const handover = await getHandover(work, id)
  if (!work.actor.leads.includes(handover.teamId)) throw new NotFound()
  return handover
}

const ends = z.array(z.object({ at: z.date() })).length(1)

/** Midnight after the last day of a temporary one, in Brussels; null for a permanent one. */
export const findEnd = async (work: Work, { untilDay }: Pick<Handover, 'untilDay'>): Promise<Date | null> => {
  if (untilDay === null) return null
  const [end] = ends.parse(await work.tx.$queryRaw`SELECT app.end_of_day(${toDate(untilDay)}::date) AS at`)
  return end?.at ?? null
}

const summary = {
  ...shape,
  items: { select: { state: true, toStaffId: true, caseId: true } },
} as const

/** Every hand-over that concerns the actor, the newest first, with how its files stand for them. */
export const listHandovers = async (work: Work) => {
  const rows = await work.tx.handover.findMany({
    select: summary,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  return rows.map(({ items, from, sender, untilDay, ...row }) => ({
    ...row,
    kind: kind.parse(row.kind),
    state: STATES.read(row.state),
    untilDay: untilDay && toDay(untilDay),
    from: from.name,
    sender: sender?.name ?? '',
    isLed: work.actor.leads.includes(row.teamId),
    isMine: row.fromStaffId === work.actor.id,
    files: items.length,
    accepted: items.filter(({ state }) => state === 'accepted').length,
    unplaced: items.filter(({ state }) => state === 'held' || state === 'declined').length,
    /** The files the actor is asked for and has not answered. */
    asked:
      row.state === 'sent'
        ? items
            .filter(({ state, toStaffId }) => state === 'offered' && toStaffId === work.actor.id)
            .map(({ caseId }) => caseId)
        : [],
  }))
}
export type HandoverLine = Awaited<ReturnType<typeof listHandovers>>[number]

/** What waits for the actor's yes or no, for their first page. */
export const listOffers = async (work: Work) => {
  const offers = (await listHandovers(work)).filter(({ asked }) => asked.length > 0)
  const ranked = await rankFiles(
    work,
    offers.flatMap(({ asked }) => asked),
  )
  const isInDanger = new Set(ranked.flatMap(({ id, dangers: [first] }) => (isDanger(first.rank) ? [id] : [])))
  return offers.map(({ id, from, sender, asked }) => ({
    id,
    from,
    sender,
    caseIds: asked,
    /** What may be accepted together: a file in danger is accepted by itself. */
    together: asked.filter((caseId) => !isInDanger.has(caseId)),
  }))
}
export type Offer = Awaited<ReturnType<typeof listOffers>>[number]
