import 'server-only'
import { type AuthWork, withAuthWork } from '@/lib/db/work'
import { findCredential } from './credential.data'
import { countPasskeys, relyingParty } from './passkey.data'
import { findEnrolledAt, getOrCreatePendingSecret } from './second-step.data'
import { findLiveSession } from './session.data'
import { awaitsVoucher, mayEnrol, owesSecondStep, requiresSecondStep } from './session.rules'
import { toManualSecret, toOtpauthUri } from './totp.rules'

/** Where the browser stands: outside, at the second step, at setting it up, waiting for a voucher, or signed in. */
export type SignInState = 'out' | 'code' | 'enrol' | 'waiting' | 'in'

const findState = async (work: AuthWork, token: string | null) => {
  const session = token === null ? null : await findLiveSession(work, token)
  if (session === null) return null
  const enrolledAt = await findEnrolledAt(work, session.staffId)
  const owed: SignInState = enrolledAt === null ? 'enrol' : 'code'
  const beyond: SignInState = awaitsVoucher(session.staff) ? 'waiting' : 'in'
  return { session, enrolledAt, state: owesSecondStep(session) ? owed : beyond }
}

export const findSignInState = (token: string | null): Promise<SignInState> =>
  withAuthWork(async (work) => (await findState(work, token))?.state ?? 'out')

/** Whether the account behind a session may give its second step by a passkey. */
export const hasPasskey = (token: string | null): Promise<boolean> =>
  withAuthWork(async (work) => {
    const session = token === null ? null : await findLiveSession(work, token)
    return session !== null && relyingParty() !== null && (await countPasskeys(work, session.staffId)) > 0
  })

export type Enrolment =
  | { state: 'out' | 'code' | 'signInAgain' }
  | { state: 'ready'; isRequired: boolean; uri: string; manual: string }

/** What the page for setting up the second step shows; the secret stays the same until it is proved. */
export const findEnrolment = (token: string | null): Promise<Enrolment> =>
  withAuthWork(async (work): Promise<Enrolment> => {
    const found = await findState(work, token)
    if (found === null) return { state: 'out' }
    const { session, enrolledAt, state } = found
    if (state === 'code') return { state }
    if (!mayEnrol(session, enrolledAt, work.now)) return { state: 'signInAgain' }
    const secret = await getOrCreatePendingSecret(work, session.staffId)
    const label = (await findCredential(work, session.staffId))?.email ?? session.staff.name
    return {
      state: 'ready',
      isRequired: session.secondStepDue || requiresSecondStep(session.staff.role),
      uri: toOtpauthUri(secret, label),
      manual: toManualSecret(secret),
    }
  })

/** The invented colleagues of a demo organisation, for the buttons of the demo sign-in. */
export const listDemoPeople = () =>
  withAuthWork(async (work) => {
    const people = await work.tx.staff.findMany({
      where: { active: true, organisation: { kind: 'demo' } },
      select: { id: true, name: true, role: true, teams: { select: { team: { select: { name: true } } } } },
      orderBy: { createdAt: 'asc' },
      take: 40,
    })
    return people.map(({ id, name, role, teams }) => ({
      id,
      name,
      role,
      offices: teams.map(({ team }) => team.name),
    }))
  })
