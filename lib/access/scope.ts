import type { Prisma } from '@/lib/db/generated/client'
import { join, type Sql, sql } from '@/lib/db/sql'
import type { Actor } from '@/lib/shared/actor'
import { reachOf } from './can'
import type { Permission, Reach } from './grants'

const NO_FILE = '00000000-0000-0000-0000-000000000000'

const validMember = (actor: Actor, now: Date): Prisma.CaseFileWhereInput => ({
  members: {
    some: {
      staffId: actor.id,
      kind: { not: 'guest' },
      validFrom: { lte: now },
      OR: [{ validUntil: null }, { validUntil: { gt: now } }],
    },
  },
})

/** What one opened in an emergency: restricted files, for some hours, to read. */
const throughGlass = (actor: Actor, now: Date): Prisma.CaseFileWhereInput => ({
  secrecy: 'restricted',
  glasses: { some: { staffId: actor.id, expiresAt: { gt: now } } },
})

/** The files a permission reaches, as a where fragment: without a grant it matches nothing. `now` is the Work's clock. */
export const scopeCases = (actor: Actor, permission: Permission, now: Date): Prisma.CaseFileWhereInput => {
  const reach = reachOf(actor, permission)
  if (reach === null) return { id: NO_FILE }
  const member = validMember(actor, now)
  if (reach === 'member') return member
  const led: Prisma.CaseFileWhereInput[] = reach === 'team' ? [{ teamId: { in: [...actor.leads] } }] : []
  const glass = permission === 'case:read' ? [throughGlass(actor, now)] : []
  return { OR: [member, { secrecy: 'open', OR: [{ workerId: actor.id }, ...led] }, ...glass] }
}

/** The visits a permission reaches, as a where fragment. */
export const scopeVisits = (actor: Actor, permission: Permission): Prisma.VisitWhereInput => {
  const reach = reachOf(actor, permission)
  if (reach === null || reach === 'member') return { id: NO_FILE }
  const led: Prisma.VisitWhereInput[] = reach === 'team' ? [{ teamId: { in: [...actor.leads] } }] : []
  return { OR: [{ createdBy: actor.id }, { visitors: { some: { staffId: actor.id } } }, ...led] }
}

/** Files one comes to by oneself, as conditions on `f` (case_file): their own, and those they are named on. */
const reachedPersonally = (actor: Actor, reach: Reach, now: Date): Sql[] => {
  const at = now.toISOString()
  const member = sql`f.id IN (SELECT m.case_id FROM case_member m
    WHERE m.staff_id = ${actor.id}::uuid AND m.kind <> 'guest' AND m.valid_from <= ${at}::timestamptz
      AND (m.valid_until IS NULL OR m.valid_until > ${at}::timestamptz))`
  return reach === 'member' ? [member] : [sql`f.worker_id = ${actor.id}::uuid AND f.secrecy = 'open'`, member]
}

/**
 * The same reach in SQL: the offices whose files the actor comes to by leading them, and a condition on `f` (case_file) for each way by
 * which they come to files personally, their own and those they are named on. An index serves each of them, and none serves all together.
 */
export type Ways = { readonly offices: readonly string[]; readonly personal: readonly Sql[] }
export const waysOf = (actor: Actor, permission: Permission, now: Date): Ways => {
  const reach = reachOf(actor, permission)
  if (reach === null) return { offices: [], personal: [] }
  return { offices: reach === 'team' ? actor.leads : [], personal: reachedPersonally(actor, reach, now) }
}

/** All of these ways, as conditions on `f`: one for all offices, however many they are. */
export const reachedBy = (actor: Actor, permission: Permission, now: Date): Sql[] => {
  const { offices, personal } = waysOf(actor, permission, now)
  return offices.length === 0
    ? [...personal]
    : [sql`f.team_id = ANY (${[...offices]}::uuid[]) AND f.secrecy = 'open'`, ...personal]
}

/**
 * The same reach over rows `w` that bear the scope of their file, in two ways: by the offices one leads, and by a list of the
 * other files, which is read first. What is out of reach is looked at by neither, and takes no time.
 */
export const rowsReachedBy = (actor: Actor, permission: Permission, now: Date): Sql[] => {
  const reach = reachOf(actor, permission)
  if (reach === null) return []
  // One after the other: for "or" PostgreSQL reads every file that a policy lets through.
  const files = join(
    reachedPersonally(actor, reach, now).map((one) => sql`SELECT f.id FROM case_file f WHERE ${one}`),
    ' UNION ALL ',
  )
  const personal = sql`w.case_id = ANY (ARRAY(${files}))`
  return reach === 'team' && actor.leads.length > 0
    ? [sql`w.team_id = ANY (${[...actor.leads]}::uuid[]) AND w.secrecy = 'open'`, personal]
    : [personal]
}

/** The planned visits a permission reaches, as a where fragment: drafts are their maker's and the coordinator's. */
export const scopePlans = (actor: Actor, permission: Permission): Prisma.VisitPlanWhereInput => {
  const reach = reachOf(actor, permission)
  if (reach === null || reach === 'member') return { id: NO_FILE }
  const led: Prisma.VisitPlanWhereInput[] = reach === 'team' ? [{ teamId: { in: [...actor.leads] } }] : []
  return {
    OR: [
      { createdBy: actor.id },
      { state: { not: 'draft' }, visitors: { some: { staffId: actor.id, goes: true } } },
      ...led,
    ],
  }
}
