import 'server-only'
import type { AuthWork } from '@/lib/db/work'
import { no, ok, type Result } from '@/lib/shared/result'
import { findCredential } from './credential.data'
import { findKnownDevice } from './known-device.data'
import { checkPasskey } from './passkey.data'
import type { Assertion, Proof } from './passkey.schema'
import { verifyPassword } from './password-hash'
import { checkSecondStep } from './second-step.data'
import { countTry, forgetTries } from './throttle.data'

type By = {
  readonly staffId: string
  readonly sessionId: string
  /** The token of a browser that someone has signed in from before. */
  readonly device: string | null
}
type Means = 'app' | 'recoveryCode' | 'passkey' | 'password'

/** A browser that the account knows has a counter of its own: anyone who stole a password cannot make it wait. */
const toCounter = async (
  work: AuthWork,
  { staffId, device }: { staffId: string; device: string | null },
): Promise<string> => {
  const deviceId = await findKnownDevice(work, { staffId, token: device })
  return deviceId === null ? staffId : `device:${deviceId}`
}

const refuse = async (work: AuthWork, staffId: string, result: Result<never>): Promise<Result<never>> => {
  await work.audit({ event: 'session.refused', reason: 'secondStep', staffId })
  return result
}

const checkCode = async (
  work: AuthWork,
  { staffId, device, code }: By & { code: string },
): Promise<Result<Means>> => {
  const counter = await toCounter(work, { staffId, device })
  if (!(await countTry(work, 'code', counter))) return no('pleaseWait')
  const means = await checkSecondStep(work, { staffId, code })
  if (means === 'damaged') return no('secondStepDamaged', { code: 'secondStepDamaged' })
  if (means === null) return refuse(work, staffId, no('codeNotAccepted', { code: 'codeNotAccepted' }))
  await forgetTries(work, 'code', counter)
  return ok(means)
}

const checkSigned = async (work: AuthWork, signed: By & { answer: Assertion }): Promise<Result<Means>> => {
  const { staffId } = signed
  const counter = await toCounter(work, signed)
  if (!(await countTry(work, 'code', counter))) return no('pleaseWait')
  if (!(await checkPasskey(work, signed))) return refuse(work, staffId, no('passkeyNotAccepted'))
  await forgetTries(work, 'code', counter)
  return ok('passkey')
}

/** The password alone proves nothing for an account that has a second step. */
const checkPassword = async (
  work: AuthWork,
  { staffId, password }: { staffId: string; password: string },
): Promise<Result<Means>> => {
  const credential = await findCredential(work, staffId)
  if (credential === null || credential.totpEnrolledAt !== null) return no('invalid')
  const counter = `password:${staffId}`
  if (!(await countTry(work, 'code', counter))) return no('pleaseWait')
  if (!(await verifyPassword(credential.passwordHash, password)))
    return refuse(work, staffId, no('invalid', { password: 'passwordWrong' }))
  await forgetTries(work, 'code', counter)
  return ok('password')
}

/** Judges by what a person proves who they are. Wrong ones are counted as at sign-in, by the same counters. */
export const checkProof = (
  work: AuthWork,
  { proof, ...by }: By & { proof: Proof },
): Promise<Result<Means>> => {
  if ('code' in proof) return checkCode(work, { ...by, code: proof.code })
  if ('passkey' in proof) return checkSigned(work, { ...by, answer: proof.passkey })
  return checkPassword(work, { staffId: by.staffId, password: proof.password })
}
