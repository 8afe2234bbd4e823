import { can, type FileSubject } from '@/lib/access/can'
import type { Actor } from '@/lib/shared/actor'
import { SECRECIES } from './case.rules'
import type { CaseHeader } from './case-header.data'

/** Which buttons a file page draws; the handlers ask again. */
export type Rights = {
  readonly canWrite: boolean
  readonly canEdit: boolean
  readonly canAnswer: boolean
  readonly canAssign: boolean
}

const toSubject = (sheet: CaseHeader): FileSubject => ({
  kind: 'file',
  workerId: sheet.worker.id,
  teamId: sheet.team.id,
  secrecy: SECRECIES.read(sheet.secrecy),
  members: sheet.memberIds,
})

/** Anyone who works the file or leads its office lets a person in, and no one else. */
export const mayInvite = (actor: Actor, sheet: CaseHeader): boolean =>
  can(actor, 'case:edit', toSubject(sheet)) &&
  (sheet.worker.id === actor.id || actor.leads.includes(sheet.team.id))

export const toRights = (actor: Actor, sheet: CaseHeader): Rights => {
  const subject = toSubject(sheet)
  return {
    canWrite: can(actor, 'note:write', subject),
    canEdit: can(actor, 'case:edit', subject),
    canAnswer: can(actor, 'signal:answer', subject),
    canAssign: can(actor, 'case:assign', subject) && actor.leads.includes(sheet.team.id),
  }
}
