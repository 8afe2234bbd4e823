import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { unwrapOrNull, wrap } from '@/lib/crypto/keyring'
import { tellDamageOf } from '@/lib/db/tell-damage'
import type { AuthWork } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { newTotpSecret } from './token'
import { findStep, normalizeRecoveryCode, RECOVERY_BYTES, RECOVERY_CODES, toRecoveryCode } from './totp.rules'

/** Binds an encrypted secret to its account: moved to another row it does not open. */
const toContext = (staffId: string): string => `totp:${staffId}`

// 80 random bits need no slow hash; the account keeps equal codes of two accounts apart.
const hashRecoveryCode = (staffId: string, plain: string): string =>
  createHash('sha256').update(`recovery:${staffId}:${plain}`, 'utf8').digest('hex')

/**
 * The secret offered during enrolment: the one already offered, or a new one. Reloading the page keeps the picture
 * that was scanned a moment ago.
 */
export const getOrCreatePendingSecret = async (work: AuthWork, staffId: string): Promise<Uint8Array> => {
  const row = await work.tx.credential.findUnique({ where: { staffId }, select: { totpPending: true } })
  // One that is damaged opened nothing yet: another one takes its place, and its picture is scanned anew.
  const offered = row?.totpPending ? unwrapOrNull(row.totpPending, toContext(staffId)) : null
  if (offered !== null) return offered
  const secret = newTotpSecret()
  const totpPending = wrap(secret, toContext(staffId))
  await work.tx.credential.updateMany({ where: { staffId }, data: { totpPending } })
  return secret
}

/** When the account's second step was set up; null when it has none. */
export const findEnrolledAt = async (work: AuthWork, staffId: string): Promise<Date | null> =>
  (await work.tx.credential.findUnique({ where: { staffId }, select: { totpEnrolledAt: true } }))
    ?.totpEnrolledAt ?? null

/** Accepts the offered secret when its first code is right. Recovery codes of an earlier enrolment end here. */
export const enrolSecondStep = async (
  work: AuthWork,
  attempt: { staffId: string; code: string },
): Promise<boolean> => {
  const { staffId, code } = attempt
  const row = await work.tx.credential.findUnique({ where: { staffId }, select: { totpPending: true } })
  if (!row?.totpPending) return false
  const secret = unwrapOrNull(row.totpPending, toContext(staffId))
  if (secret === null) return false
  const step = findStep(secret, code, work.now)
  if (step === null) return false
  const { count } = await work.tx.credential.updateMany({
    where: { staffId, totpPending: row.totpPending },
    data: {
      totpSecret: row.totpPending,
      totpPending: null,
      totpLastStep: BigInt(step),
      totpEnrolledAt: work.now,
    },
  })
  return count === 1
}

/** Ten new recovery codes, shown once; the ones from before no longer open anything. */
export const replaceRecoveryCodes = async (work: AuthWork, staffId: string): Promise<string[]> => {
  const codes = Array.from({ length: RECOVERY_CODES }, () => toRecoveryCode(randomBytes(RECOVERY_BYTES)))
  await work.tx.recoveryCode.deleteMany({ where: { staffId } })
  await work.tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      id: newId(),
      staffId,
      codeHash: hashRecoveryCode(staffId, code.replaceAll('-', '')),
    })),
  })
  return codes
}

export const countRecoveryCodes = (work: AuthWork, staffId: string): Promise<number> =>
  work.tx.recoveryCode.count({ where: { staffId, usedAt: null } })

const spendTotp = async (work: AuthWork, staffId: string, code: string): Promise<boolean | 'damaged'> => {
  const row = await work.tx.credential.findUnique({ where: { staffId }, select: { totpSecret: true } })
  if (!row?.totpSecret) return false
  const secret = unwrapOrNull(row.totpSecret, toContext(staffId))
  if (secret === null) {
    await tellDamageOf(work, staffId, { table: 'credential', column: 'totp_secret', row: staffId })
    return 'damaged'
  }
  const found = findStep(secret, code, work.now)
  if (found === null) return false
  const step = BigInt(found)
  // The condition is inside the update: of two requests with one code, one changes the row and the other finds nothing.
  const { count } = await work.tx.credential.updateMany({
    where: { staffId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  })
  return count === 1
}

const spendRecoveryCode = async (work: AuthWork, staffId: string, plain: string): Promise<boolean> => {
  const { count } = await work.tx.recoveryCode.updateMany({
    where: { staffId, codeHash: hashRecoveryCode(staffId, plain), usedAt: null },
    data: { usedAt: work.now },
  })
  return count === 1
}

/**
 * Spends a code from the app or a recovery code. Each opens once, also when two requests bring it at once.
 * @returns what was spent, null when the code is not good, `damaged` when no code of the app can be checked any more
 */
export const checkSecondStep = async (
  work: AuthWork,
  attempt: { staffId: string; code: string },
): Promise<'app' | 'recoveryCode' | 'damaged' | null> => {
  const recovery = normalizeRecoveryCode(attempt.code)
  if (recovery !== null)
    return (await spendRecoveryCode(work, attempt.staffId, recovery)) ? 'recoveryCode' : null
  const spent = await spendTotp(work, attempt.staffId, attempt.code)
  if (spent === 'damaged') return 'damaged'
  return spent ? 'app' : null
}
