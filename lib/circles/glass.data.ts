import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { openEach } from '@/lib/registers/register.data'
import { addDays, type Day, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { GLASS_KINDS, type GlassKind, reviewDueOn, SHOWN_DAYS, VERDICTS, type Verdict } from './glass.rules'

const answered = z.array(z.object({ answer: z.string().nullable() })).length(1)
const done = z.array(z.object({ done: z.boolean() })).length(1)

const wordsAt = (glassId: string) => ({
  holder: { kind: 'glass', id: glassId } as const,
  table: 'glass',
  row: glassId,
  column: 'reason',
  revision: 1,
})

export type Broken =
  | { readonly type: 'opened'; readonly glassId: string; readonly caseId: string; readonly code: string }
  /** No such code, sealed, open, one's own: the database gives one answer, and so does this. */
  | { readonly type: 'missed' }
  | { readonly type: 'blocked' }

/** Tries to open a restricted file by its exact code. Every try counts; why is encrypted with a key of the opening itself. */
export const breakGlass = async (
  work: Work,
  { code, kind, reason }: { readonly code: string; readonly kind: GlassKind; readonly reason: string },
): Promise<Broken> => {
  const glassId = newId(work.now.getTime())
  const asked = code.toUpperCase()
  const due = toDate(reviewDueOn(dayOf(work.now)))
  const [row] = answered.parse(
    await work.tx
      .$queryRaw`SELECT app.break_glass(${glassId}::uuid, ${asked}, ${kind}, ${due}::date) AS answer`,
  )
  if (row === undefined || row.answer === null) return { type: 'missed' }
  if (row.answer === 'tooMany') return { type: 'blocked' }
  await work.tx.glass.updateMany({
    where: { id: glassId },
    data: { reasonCipher: await work.fieldCrypto.encrypt(wordsAt(glassId), reason) },
  })
  return { type: 'opened', glassId, caseId: row.answer, code: asked }
}

/** @returns false when it is not theirs to answer, or was answered meanwhile */
export const answerGlass = async (work: Work, glassId: string, verdict: Verdict): Promise<boolean> => {
  const [row] = done.parse(
    await work.tx.$queryRaw`SELECT app.answer_glass(${glassId}::uuid, ${verdict}) AS done`,
  )
  return row?.done === true
}

export type Opening = {
  readonly id: string
  readonly by: string
  readonly kind: GlassKind
  readonly reason: string
  readonly at: Date
  readonly dueOn: Day
  /** Null for who leads the office and is outside the circle: they learn that it happened, and not where. */
  readonly file: { readonly id: string; readonly code: string } | null
}

/** Openings that wait for the actor's answer, the longest due first. Row-level security says which concern them. */
export const listUnanswered = async (work: Work): Promise<Opening[]> => {
  const rows = await work.tx.glass.findMany({
    where: { verdict: null, staffId: { not: work.actor.id } },
    orderBy: [{ reviewDueOn: 'asc' }, { id: 'asc' }],
    take: 50,
  })
  const files = await work.tx.caseFile.findMany({
    where: { id: { in: rows.map(({ caseId }) => caseId) } },
    select: { id: true, code: true },
  })
  const staff = await work.tx.staff.findMany({
    where: { id: { in: rows.map(({ staffId }) => staffId) } },
    select: { id: true, name: true },
  })
  await work.fieldCrypto.gather(
    'glass',
    rows.map(({ id }) => id),
  )
  return openEach(rows, async ({ id, caseId, staffId, kind, reasonCipher, at, reviewDueOn: due }) => ({
    id,
    by: staff.find((one) => one.id === staffId)?.name ?? '',
    kind: GLASS_KINDS.read(kind),
    reason: reasonCipher === null ? '' : await work.fieldCrypto.open(wordsAt(id), reasonCipher),
    at,
    dueOn: toDay(due),
    file: files.find((one) => one.id === caseId) ?? null,
  }))
}

export type ShownOpening = {
  readonly id: string
  readonly by: string
  readonly isMine: boolean
  readonly kind: GlassKind
  readonly at: Date
  readonly expiresAt: Date
  readonly verdict: Verdict | null
}

/** The openings that a file speaks of: those of the last month. */
export const listShown = async (work: Work, caseId: string): Promise<ShownOpening[]> => {
  const rows = await work.tx.glass.findMany({
    where: { caseId, at: { gte: toDate(addDays(dayOf(work.now), -SHOWN_DAYS)) } },
    select: {
      id: true,
      staffId: true,
      kind: true,
      at: true,
      expiresAt: true,
      verdict: true,
      staff: { select: { name: true } },
    },
    orderBy: { at: 'desc' },
  })
  return rows.map(({ staffId, staff, kind, verdict, ...row }) => ({
    ...row,
    by: staff.name,
    isMine: staffId === work.actor.id,
    kind: GLASS_KINDS.read(kind),
    verdict: VERDICTS.readOrNull(verdict),
  }))
}
