import 'server-only'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import * as z from 'zod'
import { type AuthWork, type Work, withAuthWork } from '@/lib/db/work'
import { env } from '@/lib/runtime/env'
import { newId } from '@/lib/shared/ids'
import { findCredential } from './credential.data'
import {
  CHALLENGE_SECONDS,
  MOST_PASSKEYS,
  type Purpose,
  type Transport,
  toRelyingParty,
} from './passkey.rules'
import { type Assertion, type Registration, toTransports } from './passkey.schema'

// What a passkey proves is judged here and nowhere else: the challenge was ours, unused and of this session; the origin is the configured address; the
// person was verified by their device; the counter went up; the key is one of this account.

const NAME = 'Accompany'

export const relyingParty = () => toRelyingParty(env().NEXTAUTH_URL)

/** Own passkeys, oldest first: what their owner sees of them. */
export const listPasskeys = (work: Work) =>
  work.tx.passkey.findMany({
    where: { staffId: work.actor.id },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

const listKeys = (work: AuthWork, staffId: string) =>
  work.tx.passkey.findMany({
    where: { staffId },
    select: { credentialId: true, transports: true },
    orderBy: { createdAt: 'asc' },
  })

const toDescriptors = (keys: Awaited<ReturnType<typeof listKeys>>) =>
  keys.map(({ credentialId: id, transports }) => ({ id, transports: toTransports(transports) }))

export const countPasskeys = (work: AuthWork, staffId: string): Promise<number> =>
  work.tx.passkey.count({ where: { staffId } })

type For = { readonly sessionId: string; readonly purpose: Purpose }

/** Takes the place of one that waited for the same; those of sessions that never came back are dropped. */
const keepChallenge = async (
  work: AuthWork,
  { sessionId, purpose, challenge }: For & { challenge: string },
): Promise<void> => {
  const expiresAt = new Date(work.now.getTime() + CHALLENGE_SECONDS * 1000)
  await work.tx.challenge.deleteMany({ where: { expiresAt: { lte: work.now } } })
  await work.tx.challenge.upsert({
    where: { sessionId_purpose: { sessionId, purpose } },
    create: { sessionId, purpose, challenge, expiresAt },
    update: { challenge, expiresAt },
  })
}

const spent = z.array(z.object({ challenge: z.string() })).max(1)

/** The challenge that this session waits with, for the only time: of two answers at once, one finds nothing. */
const spendChallenge = async (work: AuthWork, { sessionId, purpose }: For): Promise<string | null> => {
  const [row] = spent.parse(
    await work.tx.$queryRaw`DELETE FROM challenge
      WHERE session_id = ${sessionId}::uuid AND purpose = ${purpose} AND expires_at > ${work.now} RETURNING challenge`,
  )
  return row?.challenge ?? null
}

// Making a passkey is a request of the application’s role; its challenge is written and spent by the sign-in role, in a transaction of its own. What is
// refused is rolled back, and a challenge that was tried is spent all the same.

/** The challenge for a new passkey of the actor’s session, for the only time. */
export const spendOwnChallenge = ({ actor: { sessionId } }: Work): Promise<string | null> =>
  withAuthWork((auth) => spendChallenge(auth, { sessionId, purpose: 'add' }))

/** What the browser is asked to make a passkey of, or why none is made. */
export const offerPasskey = ({ actor: { id: staffId, sessionId, name } }: Work) =>
  withAuthWork(async (auth) => {
    const party = relyingParty()
    if (party === null) return 'passkeyNotHere'
    const credential = await findCredential(auth, staffId)
    // The codes and recovery codes are the way in when the device is lost.
    if (credential === null || credential.totpEnrolledAt === null) return 'passkeyNeedsApp'
    const keys = await listKeys(auth, staffId)
    if (keys.length >= MOST_PASSKEYS) return 'tooManyPasskeys'
    const options = await generateRegistrationOptions({
      rpName: NAME,
      rpID: party.id,
      userID: Uint8Array.from(Buffer.from(staffId, 'utf8')),
      userName: credential.email,
      userDisplayName: name,
      attestationType: 'none',
      timeout: CHALLENGE_SECONDS * 1000,
      excludeCredentials: toDescriptors(keys),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    })
    await keepChallenge(auth, { sessionId, purpose: 'add', challenge: options.challenge })
    return options
  })

/** What the browser is asked to sign; null for an account that has no passkey. */
export const askPasskey = async (
  work: AuthWork,
  { sessionId, staffId }: { sessionId: string; staffId: string },
) => {
  const party = relyingParty()
  const keys = await listKeys(work, staffId)
  if (party === null || keys.length === 0) return null
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    timeout: CHALLENGE_SECONDS * 1000,
    allowCredentials: toDescriptors(keys),
  })
  await keepChallenge(work, { sessionId, purpose: 'prove', challenge: options.challenge })
  return options
}

export type NewPasskey = {
  readonly credentialId: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: Transport[]
  readonly backedUp: boolean
}

/** A passkey that was made for this challenge, at our address, by a person whom their device verified; null for anything else. */
export const readNewPasskey = async (challenge: string, answer: Registration): Promise<NewPasskey | null> => {
  const party = relyingParty()
  if (party === null) return null
  const { clientDataJSON, attestationObject, transports } = answer.response
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...answer, response: { clientDataJSON, attestationObject } },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    })
    if (!verified || registrationInfo === undefined) return null
    const { credential, credentialBackedUp: backedUp } = registrationInfo
    return {
      credentialId: credential.id,
      publicKey: Uint8Array.from(credential.publicKey),
      counter: credential.counter,
      transports: toTransports(transports),
      backedUp,
    }
  } catch {
    // The library throws what does not fit; the one who sent it learns no more than that.
    return null
  }
}

/** @returns the id; null when an account has this passkey already */
export const insertPasskey = async (
  work: Work,
  made: NewPasskey & { name: string },
): Promise<string | null> => {
  const id = newId(work.now.getTime())
  const { count } = await work.tx.passkey.createMany({
    data: { id, staffId: work.actor.id, ...made },
    skipDuplicates: true,
  })
  return count === 1 ? id : null
}

export const renameOwnPasskey = async (
  work: Work,
  { id, name }: { id: string; name: string },
): Promise<boolean> =>
  (await work.tx.passkey.updateMany({ where: { id, staffId: work.actor.id }, data: { name } })).count === 1

export const deletePasskey = async (work: Work, id: string): Promise<boolean> =>
  (await work.tx.passkey.deleteMany({ where: { id, staffId: work.actor.id } })).count === 1

/** Whether a passkey of this account signed the challenge of this session. The challenge is spent either way. */
export const checkPasskey = async (
  work: AuthWork,
  { sessionId, staffId, answer }: { sessionId: string; staffId: string; answer: Assertion },
): Promise<boolean> => {
  const party = relyingParty()
  const challenge = await spendChallenge(work, { sessionId, purpose: 'prove' })
  const key = await work.tx.passkey.findFirst({
    where: { staffId, credentialId: answer.id },
    select: { id: true, publicKey: true, counter: true, transports: true },
  })
  if (party === null || challenge === null || key === null) return false
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: answer.id,
        publicKey: Uint8Array.from(key.publicKey),
        counter: Number(key.counter),
        transports: toTransports(key.transports),
      },
    })
    if (!verified) return false
    const { newCounter, credentialBackedUp: backedUp } = authenticationInfo
    // The condition is inside the update: a copy of the key that is used at the same moment finds another counter.
    const { count } = await work.tx.passkey.updateMany({
      where: { id: key.id, counter: key.counter },
      data: { counter: BigInt(newCounter), backedUp, lastUsedAt: work.now },
    })
    return count === 1
  } catch {
    return false
  }
}
