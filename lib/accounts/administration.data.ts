import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { storedCode } from '@/lib/db/stored-code'
import { type Work, withAuthWork } from '@/lib/db/work'
import type { Role } from '@/lib/shared/roles'
import { countByEmail } from './credential.data'
import { listOpenInvitations } from './invitation.data'
import { invitationExpiry } from './invitation.rules'
import { SECOND_FAULTS, type SecondFault } from './second-person.rules'
import { endSessionsAsActor, listLastSignIns } from './session.data'
import { findStaff } from './staff.data'

// What an admin does with invitations and with the sessions of others, inside their organisation. What is read comes
// through the auth role; what is changed is changed by the guard's functions inside the transaction of the Work, so that
// the audit log and the receipt stand or fall with it (docs/adr/0014).

type Invite = { id: string; email: string; role: Role; teamId: string | null; tokenHash: string }
type Invited = { invitationId: string } | { fault: 'teamUnknown' | 'emailTaken' }

const invited = z.array(z.object({ id: z.string().nullable() })).length(1)
const done = z.array(z.object({ done: z.boolean() })).length(1)

/** Invites, or says why not. The same link again is the same invitation. An address of another organisation is not betrayed. */
export const inviteColleague = async (work: Work, invite: Invite): Promise<Invited> => {
  const { email, role, teamId, tokenHash } = invite
  const { organisationId } = work.actor
  const taken = await withAuthWork((auth) => countByEmail(auth, { email, organisationId }))
  if (taken > 0) return { fault: 'emailTaken' }
  const [row] = invited.parse(
    await work.tx.$queryRaw`SELECT app.invite(${invite.id}::uuid, ${email}, ${role}::role, ${teamId}::uuid,
                                              ${tokenHash}, ${invitationExpiry(work.now)}::timestamptz) AS id`,
  )
  return row?.id ? { invitationId: row.id } : { fault: 'teamUnknown' }
}

/** @returns false when it was used, withdrawn or is not of this organisation */
export const withdrawInvitation = async (work: Work, id: string): Promise<boolean> => {
  const [row] = done.parse(await work.tx.$queryRaw`SELECT app.withdraw_invitation(${id}::uuid) AS done`)
  return row?.done === true
}

export const listInvitations = (work: Work) =>
  withAuthWork((auth) => listOpenInvitations(auth, work.actor.organisationId))

export const readLastSignIns = (work: Work) =>
  withAuthWork((auth) => listLastSignIns(auth, work.actor.organisationId))

/** Accounts of the actor's organisation at which ten or more sign-ins were refused within a day. */
export const listTriedAccounts = async (work: Work): Promise<string[]> =>
  z
    .array(z.object({ id: z.uuid() }))
    .parse(await work.tx.$queryRaw`SELECT t.id FROM app.tried_accounts() t(id)`)
    .map(({ id }) => id)

// Anything else in the address would be a defect of the query, not a page that is not there.
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** A colleague other than the actor. Throws NotFound for anyone else. */
export const getColleague = async (work: Work, staffId: string) => {
  const colleague = isId(staffId) ? await findStaff(work, staffId) : null
  if (colleague === null || colleague.id === work.actor.id) throw new NotFound()
  return colleague
}

/** Ends all sessions of a colleague. @returns how many */
export const endSessionsOf = async (work: Work, staffId: string): Promise<number> => {
  const colleague = await getColleague(work, staffId)
  return endSessionsAsActor(work, { staffId: colleague.id })
}

/** Roles whose accounts hold files and places in circles. */
export const holds = (role: Role): boolean => role === 'caseworker' || role === 'coordinator'

/** Whether a colleague may be switched off: the database says one word for every reason (docs/adr/0052). */
export const mayLeave = async (work: Work, staffId: string): Promise<boolean> => {
  const [row] = done.parse(await work.tx.$queryRaw`SELECT app.may_leave(${staffId}::uuid) AS done`)
  return row?.done === true
}

const named = z.array(z.object({ said: z.enum(['ok', 'notFound', ...SECOND_FAULTS.codes]) })).length(1)

/** Gives another admin the capability to sign releases, or takes it. @returns what the database said of it */
export const nameDataLead = async (
  work: Work,
  staffId: string,
  leads: boolean,
): Promise<'ok' | 'notFound' | SecondFault> => {
  const [row] = named.parse(
    await work.tx.$queryRaw`SELECT app.name_data_lead(${staffId}::uuid, ${leads}) AS said`,
  )
  return row?.said ?? 'notFound'
}

const counted = z
  .array(z.object({ fault: storedCode(SECOND_FAULTS).nullable(), old_enough: z.date() }))
  .max(1)

/** Whether an account counts as a second person beside the admin of the Work, and from when it is old enough; null for a switched-off one. */
export const findSecondPerson = async (work: Work, staffId: string) => {
  const [row] = counted.parse(
    await work.tx.$queryRaw`SELECT fault, old_enough FROM app.counts_beside_me(${staffId}::uuid)`,
  )
  return row === undefined ? null : { fault: row.fault, from: row.old_enough }
}

/** @returns false when there is no one to suspend */
export const suspendAccount = async (work: Work, staffId: string): Promise<boolean> => {
  const [row] = done.parse(await work.tx.$queryRaw`SELECT app.suspend_account(${staffId}::uuid) AS done`)
  return row?.done === true
}
