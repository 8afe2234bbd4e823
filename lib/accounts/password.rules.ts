import { COMMON_PASSWORDS } from './common-password.rules'

/**
 * What a password must be (after NIST SP 800-63B-4): long, not a common one, and nothing else. No composition rule,
 * no expiry, any script, pasting welcome.
 */
export const MIN_WITH_SECOND_STEP = 12
export const MIN_WITHOUT_SECOND_STEP = 15
/** Refused before hashing: a megabyte of password must not cost a megabyte of hashing. */
export const MAX_LENGTH = 1024

export type PasswordFault = 'passwordTooShort' | 'passwordTooLong' | 'passwordCommon'

/** The same password typed on two keyboards is the same password: NFKC, nothing trimmed. */
export const normalizePassword = (typed: string): string => typed.normalize('NFKC')

/** Letters and digits only, small: `Accompany-2026!` and `accompany2026` are one guess. */
const toCore = (password: string): string => password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const withoutDigits = (core: string): string => core.replace(/\p{N}/gu, '')

/** A word written again and again, or one key held down, is as short as the word. */
const isRepetition = (core: string): boolean => /^(.{1,6}?)\1+.{0,5}$/u.test(core) && new Set(core).size <= 6

const isRun = (core: string): boolean => {
  const runs = [
    '01234567890123456789',
    '98765432109876543210',
    'abcdefghijklmnopqrstuvwxyz',
    'azertyuiopqsdfghjklmwxcvbn',
  ]
  return [...runs, 'qwertyuiopasdfghjklzxcvbnm'].some((run) => run.includes(core))
}

const isCommon = (password: string, words: readonly string[]): boolean => {
  const core = toCore(password)
  if (core === '') return isRepetition(password)
  const own = words
    .flatMap((word) => [word, ...word.split(/[\s@.]+/)].map(toCore))
    .filter((word) => word.length > 2)
  const known = (guess: string): boolean => COMMON_PASSWORDS.has(guess) || own.includes(guess)
  // A year or a number beside a common word, or two common words in a row, are still a common password.
  const bare = withoutDigits(core)
  const isPair = [...bare].some((_, at) => known(bare.slice(0, at)) && known(bare.slice(at)))
  return known(core) || known(bare) || isPair || isRepetition(core) || isRun(core)
}

/**
 * @param words what an attacker tries first here: name of the organisation, own name, own address
 * @returns the first fault, or null when the password is good
 */
export const checkPassword = (
  typed: string,
  options: { minimum: number; words: readonly string[] },
): PasswordFault | null => {
  if (typed.length > MAX_LENGTH) return 'passwordTooLong'
  const password = normalizePassword(typed)
  if ([...password].length < options.minimum) return 'passwordTooShort'
  return isCommon(password, options.words) ? 'passwordCommon' : null
}

/** Characters asked for: fewer when a second step stands behind the password. */
export const minimumLength = (hasSecondStep: boolean): number =>
  hasSecondStep ? MIN_WITH_SECOND_STEP : MIN_WITHOUT_SECOND_STEP
