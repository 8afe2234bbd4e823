import { describe, expect, it } from 'vitest'
import { findStep, normalizeRecoveryCode, toManualSecret, toOtpauthUri, toRecoveryCode } from './totp.rules'

// The secret and the moments of RFC 6238, appendix B, shortened to six digits.
const secret = new TextEncoder().encode('12345678901234567890')
const at = (seconds: number) => new Date(seconds * 1000)

describe('a code of the second step', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('at %i seconds is the one of the standard', (seconds, code) => {
    expect(findStep(secret, code, at(seconds))).toBe(Math.floor(seconds / 30))
  })

  it('is accepted one step early and one step late, and says which step it was', () => {
    expect(findStep(secret, '005924', at(1_234_567_890 - 30))).toBe(41_152_263)
    expect(findStep(secret, '005924', at(1_234_567_890 + 30))).toBe(41_152_263)
  })

  it('is refused two steps away', () => {
    expect(findStep(secret, '005924', at(1_234_567_890 - 61))).toBeNull()
    expect(findStep(secret, '005924', at(1_234_567_890 + 61))).toBeNull()
  })

  it.each([['005 924'], ['005-924'], [' 005924 '], ['００５９２４']])('may be typed as "%s"', (typed) => {
    expect(findStep(secret, typed, at(1_234_567_890))).toBe(41_152_263)
  })

  it.each([['05924'], ['0005924'], ['00592x'], [''], ['٠٠٥٩٢٤']])('is not "%s"', (typed) => {
    expect(findStep(secret, typed, at(1_234_567_890))).toBeNull()
  })

  it('comes from a secret that an app can read', () => {
    const uri = new URL(toOtpauthUri(secret, 'noor@havenlicht.example'))
    expect(uri.protocol).toBe('otpauth:')
    expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(uri.searchParams.get('digits')).toBe('6')
    expect(uri.searchParams.get('period')).toBe('30')
    expect(toManualSecret(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  })
})

describe('a recovery code', () => {
  const code = toRecoveryCode(Uint8Array.from([0, 17, 34, 51, 68, 85, 102, 119, 136, 255]))

  it('is four groups of four characters', () => {
    expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
  })

  it('is recognised small, with spaces and without separators', () => {
    const plain = code.replaceAll('-', '')
    expect(normalizeRecoveryCode(code)).toBe(plain)
    expect(normalizeRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(plain)
  })

  it('differs when a single bit differs', () => {
    expect(toRecoveryCode(Uint8Array.from([1, 17, 34, 51, 68, 85, 102, 119, 136, 255]))).not.toBe(code)
  })

  it.each([['123456'], [''], ['ABCD-EFGH-JKLM-NP1O'], ['ABCDEFGHJKLMNPQRS']])('is not "%s"', (typed) => {
    expect(normalizeRecoveryCode(typed)).toBeNull()
  })
})
