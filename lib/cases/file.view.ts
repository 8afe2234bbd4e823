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
  readonly canRecordVisit: boolean
}

const toSubject = (caseHeader: CaseHeader): FileSubject => ({
  kind: 'file',
  workerId: caseHeader.worker.id,
  teamId: caseHeader.team.id,
  secrecy: SECRECIES.read(caseHeader.secrecy),
  members: caseHeader.memberIds,
})

/** Anyone who works the file or leads its office lets someone in, and no one else. */
export const mayInvite = (actor: Actor, caseHeader: CaseHeader): boolean =>
  can(actor, 'case:edit', toSubject(caseHeader)) &&
  (caseHeader.worker.id === actor.id || actor.leads.includes(caseHeader.team.id))

export const toRights = (actor: Actor, caseHeader: CaseHeader): Rights => {
  const subject = toSubject(caseHeader)
  return {
    canWrite: can(actor, 'note:write', subject),
    canEdit: can(actor, 'case:edit', subject),
    canAnswer: can(actor, 'signal:answer', subject),
    canAssign: can(actor, 'case:assign', subject) && actor.leads.includes(caseHeader.team.id),
    canRecordVisit: can(actor, 'visit:record'),
  }
}
