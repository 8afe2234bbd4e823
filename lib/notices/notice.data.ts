import 'server-only'
import type { Work } from '@/lib/db/work'
import { DEFAULT_PREFERENCE, DIGESTS, isKind, listKinds, type NoticeKind, wayOf } from './notice.rules'

const PAGE = 50

/**
 * Tells colleagues that something happened. Who cannot open the file is not told, and the caller learns neither; no one
 * is told of their own action. Call it inside the transaction of the command: no notice without it, no command without its notice.
 */
export const insertNotices = async (
  work: Work,
  kind: NoticeKind,
  to: readonly string[],
  caseId: string | null = null,
): Promise<void> => {
  if (to.length === 0) return
  await work.tx.$executeRaw`SELECT app.notify(${kind}, ${[...new Set(to)]}::uuid[], ${caseId}::uuid)`
}

/** Those who lead the office of a file within reach. */
export const listLeaders = async (work: Work, caseId: string): Promise<string[]> => {
  const file = await work.tx.caseFile.findUnique({ where: { id: caseId }, select: { teamId: true } })
  if (file === null) return []
  const leaders = await work.tx.teamMember.findMany({
    where: { teamId: file.teamId, leads: true },
    select: { staffId: true },
  })
  return leaders.map(({ staffId }) => staffId)
}

/** Those who keep the organisation. */
export const listAdmins = async (work: Work): Promise<string[]> => {
  const admins = await work.tx.staff.findMany({
    where: { organisationId: work.actor.organisationId, role: 'admin', active: true },
    select: { id: true },
  })
  return admins.map(({ id }) => id)
}

const listStored = (work: Work) =>
  work.tx.noticeSetting.findMany({
    where: { staffId: work.actor.id },
    select: { kind: true, way: true },
  })

/** Kinds that the actor wants to see inside the application. */
const listShownKinds = async (work: Work): Promise<NoticeKind[]> => {
  const stored = await listStored(work)
  return listKinds().filter((kind) => wayOf(kind, stored) !== 'off')
}

/** The newest notices of the actor, unread ones first; of a file out of reach none (row-level security). */
export const listNotices = async (work: Work) => {
  const kinds = await listShownKinds(work)
  const rows = await work.tx.notice.findMany({
    where: { staffId: work.actor.id, kind: { in: kinds } },
    orderBy: [{ readAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      createdAt: true,
      readAt: true,
      damagedPlace: true,
      file: { select: { id: true, code: true } },
    },
    take: PAGE + 1,
  })
  const lines = rows.flatMap(({ kind, ...row }) => (isKind(kind) ? [{ ...row, kind }] : []))
  return { lines: lines.slice(0, PAGE), hasMore: lines.length > PAGE, unread: await countUnread(work, kinds) }
}
export type NoticesShown = Awaited<ReturnType<typeof listNotices>>
export type NoticeLine = NoticesShown['lines'][number]

const countUnread = (work: Work, kinds: readonly NoticeKind[]) =>
  work.tx.notice.count({ where: { staffId: work.actor.id, readAt: null, kind: { in: [...kinds] } } })

/** How many unread notices the bell shows. */
export const countNotices = async (work: Work): Promise<number> =>
  countUnread(work, await listShownKinds(work))

/** Marks notices as read; without ids all of them. */
export const updateRead = async (work: Work, ids: readonly string[] | null): Promise<number> => {
  const { count } = await work.tx.notice.updateMany({
    where: { staffId: work.actor.id, readAt: null, ...(ids === null ? {} : { id: { in: [...ids] } }) },
    data: { readAt: work.now },
  })
  return count
}

/** The switches and hours of the actor, defaults where nothing was chosen. */
export const getNoticeSettings = async (work: Work) => {
  const stored = await listStored(work)
  const row = await work.tx.noticePreference.findUnique({ where: { staffId: work.actor.id } })
  return {
    kinds: listKinds().map((kind) => ({ kind, way: wayOf(kind, stored) })),
    digest: row === null ? DEFAULT_PREFERENCE.digest : DIGESTS.read(row.digest),
    quietFrom: row?.quietFrom ?? DEFAULT_PREFERENCE.quietFrom,
    quietUntil: row?.quietUntil ?? DEFAULT_PREFERENCE.quietUntil,
    version: row?.version ?? 0,
  }
}
export type NoticeSettings = Awaited<ReturnType<typeof getNoticeSettings>>

/** @returns false when they were changed elsewhere meanwhile */
export const updateNoticeSettings = async (
  work: Work,
  { kinds, version, ...hours }: NoticeSettings,
): Promise<boolean> => {
  const staffId = work.actor.id
  await work.tx.noticePreference.createMany({ data: [{ staffId, version: 0 }], skipDuplicates: true })
  const { count } = await work.tx.noticePreference.updateMany({
    where: { staffId, version },
    data: { ...hours, version: { increment: 1 } },
  })
  if (count === 0) return false
  for (const { kind, way } of kinds)
    await work.tx.noticeSetting.upsert({
      where: { staffId_kind: { staffId, kind } },
      create: { staffId, kind, way },
      update: { way },
    })
  return true
}
