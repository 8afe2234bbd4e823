import 'server-only'
import * as z from 'zod'
import { listColleagues } from '@/lib/cases/roster.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { isUuid } from '@/lib/shared/ids'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { daysWaited, INCOMING_URGENCIES, OUTCOMES, WARN_AFTER_DAYS } from './incoming.rules'
import { type IncomingContent, incomingSchema } from './incoming.schema'
import { contentAt, wordsAt } from './place'

/** As many of each urgency as a page shows at once: a link that brings many cannot hide an urgent one. */
const MOST = 100
const LATELY = 20

const head = {
  id: true,
  urgency: true,
  receipt: true,
  arrivedAt: true,
  version: true,
  outcome: true,
  settledAt: true,
  link: { select: { partner: { select: { id: true, name: true } } } },
  team: { select: { id: true, name: true } },
  given: { select: { id: true, name: true } },
  settler: { select: { name: true } },
} as const

/** How many wait for the actor's decision. */
export const countIncoming = (work: Work): Promise<number> =>
  work.tx.incomingReferral.count({ where: { settledAt: null } })

/** What waits for a decision, the most urgent and then the oldest first, and what was decided lately. It names no person. */
export const listIncoming = async (work: Work) => {
  const open = await Promise.all(
    INCOMING_URGENCIES.codes.map((urgency) =>
      work.tx.incomingReferral.findMany({
        where: { settledAt: null, urgency },
        select: head,
        orderBy: [{ arrivedAt: 'asc' }, { id: 'asc' }],
        take: MOST,
      }),
    ),
  )
  const settled = await work.tx.incomingReferral.findMany({
    where: { settledAt: { not: null } },
    select: head,
    orderBy: [{ settledAt: 'desc' }, { id: 'asc' }],
    take: LATELY,
  })
  const toLine = ({ urgency, outcome, link, team, given, settler, ...row }: (typeof settled)[number]) => ({
    ...row,
    urgency: INCOMING_URGENCIES.read(urgency),
    outcome: OUTCOMES.readOrNull(outcome),
    partner: link.partner.name,
    team: team.name,
    given: given?.name ?? null,
    by: settler?.name ?? null,
    days: daysWaited(row.arrivedAt, work.now),
    isLate: outcome === null && daysWaited(row.arrivedAt, work.now) >= WARN_AFTER_DAYS,
  })
  const waiting = open.flat().map(toLine)
  return { waiting, more: (await countIncoming(work)) - waiting.length, settled: settled.map(toLine) }
}
export type IncomingLists = Awaited<ReturnType<typeof listIncoming>>
export type IncomingLine = IncomingLists['waiting'][number]

const readContent = (json: string): IncomingContent => z.parse(incomingSchema, JSON.parse(json))

const open = async (work: Work, id: string, isWaiting: boolean) => {
  const row = isUuid(id)
    ? await work.tx.incomingReferral.findFirst({
        where: { id, ...(isWaiting ? { settledAt: null } : {}) },
        select: { ...head, contentCipher: true, wordsCipher: true },
      })
    : null
  if (row === null || row.contentCipher === null) throw new NotFound()
  const { contentCipher, wordsCipher, link, urgency, outcome, ...facts } = row
  return {
    ...facts,
    urgency: INCOMING_URGENCIES.read(urgency),
    outcome: OUTCOMES.readOrNull(outcome),
    partner: link.partner,
    days: daysWaited(row.arrivedAt, work.now),
    content: readContent(await work.fieldCrypto.openWhole(contentAt(id), contentCipher)),
    words: wordsCipher === null ? null : await work.fieldCrypto.open(wordsAt(id), wordsCipher),
  }
}

/** One that still waits, opened; who opens it stands in the audit log. Throws NotFound, the same for one that was decided. */
export const getIncoming = (work: Work, id: string) => open(work, id, true)
export type Incoming = Awaited<ReturnType<typeof getIncoming>>

/** The same where a form may begin with it: null when there is none. */
export const findIncoming = async (work: Work, id: string): Promise<Incoming | null> =>
  getIncoming(work, id).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })

/** One that waits, with whom of the office it can be given to, or one that was decided, as long as it is kept. */
export const readIncoming = async (work: Work, id: string) => {
  const incoming = await open(work, id, false)
  const leads = incoming.outcome === null && work.actor.leads.includes(incoming.team.id)
  return {
    incoming,
    colleagues: leads
      ? (await listColleagues(work, [incoming.team.id])).filter((one) => one.id !== work.actor.id)
      : [],
  }
}
export type IncomingShown = Awaited<ReturnType<typeof readIncoming>>

type Which = { readonly incomingId: string; readonly version: number }
type Decision =
  | { readonly outcome: Extract<CodeOf<typeof OUTCOMES>, 'file' | 'existing' | 'enquiry'> }
  | { readonly outcome: Extract<CodeOf<typeof OUTCOMES>, 'answered' | 'refused'>; readonly words: string }

/**
 * Says what became of it, once. What went into a file is there, and no longer here.
 * @returns false when a colleague decided or gave it meanwhile
 */
export const settleIncoming = async (
  work: Work,
  { incomingId: id, version }: Which,
  decision: Decision,
): Promise<boolean> => {
  const { outcome } = decision
  const wordsCipher = 'words' in decision ? await work.fieldCrypto.encrypt(wordsAt(id), decision.words) : null
  const { count } = await work.tx.incomingReferral.updateMany({
    where: { id, version, settledAt: null },
    data: {
      outcome,
      wordsCipher,
      ...(outcome === 'file' || outcome === 'existing' ? { contentCipher: null } : {}),
      settledBy: work.actor.id,
      settledAt: work.now,
      version: version + 1,
    },
  })
  return count === 1
}

/** Gives it to a colleague of the office. @returns false when a colleague decided or gave it meanwhile */
export const giveTo = async (
  work: Work,
  { incomingId: id, version }: Which,
  toStaffId: string,
): Promise<boolean> => {
  const { count } = await work.tx.incomingReferral.updateMany({
    where: { id, version, settledAt: null },
    data: { givenTo: toStaffId, version: version + 1 },
  })
  return count === 1
}
