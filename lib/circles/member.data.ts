import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { type Day, toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { MEMBER_KINDS, type MemberKind } from './member.rules'

const ends = z.array(z.object({ at: z.date() })).length(1)
const held = z.array(z.object({ ids: z.array(z.string()) })).length(1)

/** The end of a day in Belgium, or null for none. */
export const endOf = async (work: Work, day: Day): Promise<Date> => {
  const [end] = ends.parse(await work.tx.$queryRaw`SELECT app.end_of_day(${toDate(day)}::date) AS at`)
  if (end === undefined) throw new Error('a day has no end')
  return end.at
}

/** Colleagues who may be named on a file: of the organisation, at work, of a role that works on files. Never oneself. */
export const listNameable = (work: Work) =>
  work.tx.staff.findMany({
    where: {
      organisationId: work.actor.organisationId,
      active: true,
      role: { in: ['caseworker', 'coordinator'] },
      id: { not: work.actor.id },
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })

export type Member = {
  readonly id: string
  readonly staffId: string
  readonly name: string
  readonly kind: MemberKind
  readonly isPrivileged: boolean
  readonly until: Date | null
  readonly version: number
}

/** The named members of a file at this moment. */
export const listMembers = async (work: Work, caseId: string): Promise<Member[]> => {
  const rows = await work.tx.caseMember.findMany({
    where: {
      caseId,
      kind: { not: 'guest' },
      validFrom: { lte: work.now },
      OR: [{ validUntil: null }, { validUntil: { gt: work.now } }],
    },
    select: {
      id: true,
      staffId: true,
      kind: true,
      privileged: true,
      validUntil: true,
      version: true,
      staff: { select: { name: true } },
    },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ kind, privileged, validUntil, staff, ...row }) => ({
    ...row,
    name: staff.name,
    kind: MEMBER_KINDS.read(kind),
    isPrivileged: privileged,
    until: validUntil,
  }))
}

/** Names a colleague on a file, at once. */
export const insertMember = async (
  work: Work,
  member: {
    readonly caseId: string
    readonly staffId: string
    readonly kind: MemberKind
    readonly isPrivileged: boolean
    readonly until: Date | null
  },
): Promise<string> => {
  const { caseId, staffId, kind, isPrivileged, until } = member
  const id = newId(work.now.getTime())
  await work.tx.caseMember.createMany({
    data: {
      id,
      caseId,
      staffId,
      kind,
      privileged: isPrivileged,
      validFrom: work.now,
      validUntil: until,
      addedBy: work.actor.id,
    },
  })
  return id
}

/** Ends a membership now. @returns false when it is over, was changed meanwhile, or is not theirs to end */
export const endMember = async (
  work: Work,
  { caseId, memberId, version }: { caseId: string; memberId: string; version: number },
): Promise<boolean> => {
  const { count } = await work.tx.caseMember.updateMany({
    where: {
      id: memberId,
      caseId,
      version,
      kind: { not: 'guest' },
      OR: [{ validUntil: null }, { validUntil: { gt: work.now } }],
    },
    data: { validUntil: work.now, version: { increment: 1 } },
  })
  return count === 1
}

/** The circles that would have fewer than two left without the actor. */
export const listHeld = async (work: Work): Promise<{ id: string; code: string }[]> => {
  const [row] = held.parse(await work.tx.$queryRaw`SELECT app.held_circles()::text[] AS ids`)
  return work.tx.caseFile.findMany({
    where: { id: { in: row?.ids ?? [] } },
    select: { id: true, code: true },
    orderBy: { code: 'asc' },
  })
}
