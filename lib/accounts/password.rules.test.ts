import { describe, expect, it } from 'vitest'
import { checkPassword, MAX_LENGTH, minimumLength, normalizePassword } from './password.rules'

const words = ['Havenlicht vzw', 'Noor Voorbeeld', 'noor.voorbeeld@havenlicht.example']
const check = (typed: string, minimum = 15) => checkPassword(typed, { minimum, words })

describe('a password', () => {
  it.each([
    ['four plain words', 'lantern gravel piano otter'],
    ['a sentence with spaces', 'the ferry left before we counted'],
    ['French with accents', 'une chaise près du canal gelé'],
    ['Arabic', 'قارب صغير على البحر الهادئ'],
    ['Tigrinya', 'ጽቡቕ መዓልቲ ንኹልና ይኹን ሎሚ'],
    ['Cyrillic', 'зелёный чайник на окне кухни'],
    ['emoji', '🌧🐟🚲🌙🎈🥾🪑🕯🧭🫖🪁🧵🪴🦔🎻'],
    ['random letters', 'kqzvjwmxbtrplhd'],
    ['random digits', '840275193648027'],
    ['no capital, no digit, no sign', 'velvetwindowharbour'],
    ['very long', `${'moss and slate '.repeat(20)}then a door`],
  ])('of this kind is accepted: %s', (_intention, typed) => {
    expect(check(typed)).toBeNull()
  })

  it.each([
    ['one key held down', 'aaaaaaaaaaaaaaaa'],
    ['one sign held down', '!!!!!!!!!!!!!!!!'],
    ['a word again and again', 'abcabcabcabcabc'],
    ['a row of keys', 'azertyuiopqsdfgh'],
    ['counting', '0123456789012345'],
    ['a common word with a year', 'Wachtwoord2026!!!'],
    ['digits on both sides', '20262026motdepasse2026'],
    ['two common words', 'bienvenue-bruxelles'],
    ['a common word twice', 'passwordpassword'],
    ['signs between the letters', 'p-a-s-s-w-o-r-d-1-2-3'],
    ['the name of the organisation', 'Havenlicht vzw 2026'],
    ['our own name', 'accompany2026accompany'],
    ['her own name', 'noor voorbeeld 1'],
    ['her own address', 'noor.voorbeeld@havenlicht.example'],
    ['full-width letters for the same word', 'ｐａｓｓｗｏｒｄ２０２６０００'],
  ])('of this kind is refused as common: %s', (_intention, typed) => {
    expect(check(typed)).toBe('passwordCommon')
  })

  it('needs fifteen characters alone and twelve with a second step', () => {
    expect(minimumLength(false)).toBe(15)
    expect(minimumLength(true)).toBe(12)
    expect(check('otter piano 7')).toBe('passwordTooShort')
    expect(check('otter piano 7', 12)).toBeNull()
  })

  it('is counted in characters, not in code units', () => {
    expect(check('🌧🐟🚲🌙🎈🥾🪑🕯')).toBe('passwordTooShort')
  })

  it('of more than 1,024 characters is refused, a megabyte too', () => {
    expect(check('ab7'.repeat(MAX_LENGTH / 3 + 1))).toBe('passwordTooLong')
    expect(check('x7'.repeat(500_000))).toBe('passwordTooLong')
  })

  it('is the same password when the keyboard composes accents differently', () => {
    expect(normalizePassword('pre\u0301s')).toBe(normalizePassword('pr\u00e9s'))
  })
})
