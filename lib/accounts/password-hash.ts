import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { MAX_LENGTH, normalizePassword } from './password.rules'

// Argon2id is the library's default algorithm. 19 MiB, two passes: the OWASP minimum, about 30 ms on a small server.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (typed: string): Promise<string> => hash(normalizePassword(typed), COST)

let decoy: Promise<string> | undefined
/** A hash that no password opens, made with the same cost: what an unknown address is compared with. */
const hashOfNoAccount = (): Promise<string> => {
  decoy ??= hashPassword(crypto.randomUUID())
  return decoy
}

/**
 * Compares as slowly for an account that is not there as for one that is, so that time tells nothing.
 * @param stored the hash of the account; null when there is none, or when it may not be tried now
 */
export const verifyPassword = async (stored: string | null, typed: string): Promise<boolean> => {
  if (typed.length > MAX_LENGTH) return false
  const matches = await verify(stored ?? (await hashOfNoAccount()), normalizePassword(typed))
  return stored !== null && matches
}
