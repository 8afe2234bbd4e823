import type { Actor } from '@/lib/shared/actor'
import { BY_CAPABILITY, GRANTS, type Permission, type Reach } from './grants'

export type Secrecy = 'open' | 'restricted' | 'sealed'

/** What can() needs to know of a file: who works it, whose team it is in, who is a member at this moment. */
export type FileSubject = {
  readonly kind: 'file'
  readonly workerId: string
  readonly teamId: string
  readonly secrecy: Secrecy
  /** Staff ids of the memberships that are valid now. */
  readonly members: readonly string[]
  /** Staff ids of those who opened it in an emergency, while that lasts: they read, and nothing else. */
  readonly glasses?: readonly string[]
}
/** What can() needs to know of a visit. */
export type VisitSubject = {
  readonly kind: 'visit'
  readonly teamId: string
  readonly createdBy: string
  readonly visitors: readonly string[]
}
/** What can() needs to know of a planned visit. */
export type PlanSubject = {
  readonly kind: 'plan'
  readonly state: string
  readonly teamId: string
  readonly createdBy: string
  /** Staff ids of those who are to go. */
  readonly visitors: readonly string[]
}
export type Subject = FileSubject | VisitSubject | PlanSubject

/** The reach of a permission for an actor, or null when neither their role nor a capability gives it. A capability reaches furthest. */
export const reachOf = (actor: Pick<Actor, 'role' | 'capabilities'>, permission: Permission): Reach | null =>
  actor.capabilities.map((one) => BY_CAPABILITY[one][permission]).find((reach) => reach !== undefined) ??
  GRANTS[actor.role][permission] ??
  null

const reachesFile = (actor: Actor, permission: Permission, reach: Reach, file: FileSubject): boolean => {
  if (
    permission === 'case:read' &&
    file.secrecy === 'restricted' &&
    file.glasses?.includes(actor.id) === true
  )
    return true
  const isMember = file.members.includes(actor.id)
  if (file.secrecy !== 'open') return isMember
  if (isMember) return true
  if (reach === 'member') return false
  if (file.workerId === actor.id) return true
  return reach === 'team' && actor.leads.includes(file.teamId)
}

const reachesVisit = (actor: Actor, reach: Reach, visit: VisitSubject): boolean => {
  if (reach === 'member') return false
  if (visit.createdBy === actor.id || visit.visitors.includes(actor.id)) return true
  return reach === 'team' && actor.leads.includes(visit.teamId)
}

// A draft is its maker's and the coordinator's; once published it is for anyone who is named on it.
const reachesPlan = (actor: Actor, reach: Reach, plan: PlanSubject): boolean => {
  if (reach === 'member') return false
  if (plan.createdBy === actor.id) return true
  if (plan.state !== 'draft' && plan.visitors.includes(actor.id)) return true
  return reach === 'team' && actor.leads.includes(plan.teamId)
}

/**
 * May the actor do this, to this subject? Without a subject: do they have the permission at all.
 * Draws buttons and answers rules; queries use scope.ts, and the database has the last word.
 */
export const can = (actor: Actor, permission: Permission, subject?: Subject): boolean => {
  const reach = reachOf(actor, permission)
  if (reach === null) return false
  if (subject === undefined) return true
  switch (subject.kind) {
    case 'file':
      return reachesFile(actor, permission, reach, subject)
    case 'visit':
      return reachesVisit(actor, reach, subject)
    case 'plan':
      return reachesPlan(actor, reach, subject)
  }
}
