import { describe, expect, it } from 'vitest'
import { checkNumber } from './authority-number.rules'
import { joinCodes, tailOf, takeNumber, toCode, toPhone, toReference } from './number.rules'

describe('a telephone number', () => {
  it.each([
    ['0470 12 34 56', '+32470123456'],
    ['0470/12.34.56', '+32470123456'],
    ['+32 (0)470 12 34 56', '+32470123456'],
    ['0032470123456', '+32470123456'],
    ['32470123456', '+32470123456'],
    ['470123456', '+32470123456'],
    ['02 274 00 11', '+3222740011'],
    ['00 224 622 12 34 56', '+224622123456'],
    ['+49-30-1234567', '+49301234567'],
  ])('written %s is %s', (written, one) => expect(toPhone(written)).toBe(one))
  it.each(['', '12', 'signal: kalimo', '0470 twelve', '+000000000', '12345678901234567890'])(
    'is not %s',
    (text) => expect(toPhone(text)).toBeNull(),
  )
})

describe('the number of an authority', () => {
  it('is the same however it is set', () => {
    expect(toReference('GT-2026/00 123')).toBe('202600123')
    expect(toReference('SP 8.123.456')).toBe(toReference('8123456'))
  })
  it.each(['', 'AB12', 'no digits'])('is not %s', (text) => expect(toReference(text)).toBeNull())
})

describe('a number in a sentence', () => {
  it.each([
    ['Kalimo 0470 12 34 56 seen in Vottem', '0470 12 34 56'],
    ['+32 (0)470 12 34 56', '+32 (0)470 12 34 56'],
    ['the boy with SP 8.123.456', 'SP 8.123.456'],
    ['GT/2026/00123, a girl', 'GT/2026/00123'],
    ['Kalimo 0123', '0123'],
    ['the number ends in 40123', '40123'],
  ])('%s', (sentence, number) => {
    const taken = takeNumber(sentence)
    expect(taken.number).toBe(number)
    expect(taken.rest).not.toContain('123')
  })
  it.each([
    '17 years old',
    'seen 12/04/2026',
    '2026-04-12',
    'in 2025 2026',
    'age 15-17',
    'Kalimo Fictar',
    'spring 2026',
    'Kalimo 123',
    'the girl of 2019',
  ])('%s holds none', (sentence) => expect(takeNumber(sentence)).toEqual({ number: null, rest: sentence }))
})

describe('the end of a number', () => {
  it('is six digits of a telephone and four of a file, whatever stands between them', () => {
    expect(tailOf('phone', '+32 (0)470/11.22.33')).toBe('112233')
    expect(tailOf('reference', 'SP 8.123.456')).toBe('3456')
    expect(tailOf('reference', '123 456 / II')).toBe('3456')
    expect([tailOf('phone', '12345'), tailOf('reference', 'SP 123')]).toEqual([null, null])
  })
  it('alone is looked for, a year too', () => {
    for (const digits of ['3456', '2019', '12345'])
      expect(takeNumber(` ${digits} `)).toEqual({ number: digits, rest: '' })
  })
})

describe('the check of a number', () => {
  it.each([
    ['immigration_office', 'SP 8.123.456', null],
    ['immigration_office', '8.123.456/A', 'numberForm'],
    ['cgrs', '15/12345', null],
    ['cgrs', 'CG 1512345B', null],
    ['cgrs', '1512345678', 'numberForm'],
    ['call', 'RvV 123 456 / II', null],
    ['call', '123456 second chamber', 'numberForm'],
    ['national', '85.07.30-033 28', null],
    ['national', '85.07.30-033 29', 'numberCheckDigits'],
    ['guardianship', 'T-2026/118', null],
    ['centre', '12', 'numberTooShort'],
    ['own_reference', 'x', null],
  ] as const)('%s %s', (kind, text, problem) => expect(checkNumber(kind, text)).toBe(problem))
})

describe('the code of a file', () => {
  it.each([
    ['4gh-7trn', '4GH-7TRN'],
    ['4gh7trn', '4GH-7TRN'],
    ['4GH–7TRN', '4GH-7TRN'],
    ['4gh 7trn', '4GH-7TRN'],
    ['345-6789', '345-6789'],
  ])('%s is %s', (written, code) => expect(toCode(written)).toBe(code))
  it.each(['3456789', 'GHT RNVW', '4gh-7tra', 'Kalimo'])('is not %s', (text) =>
    expect(toCode(text)).toBeNull(),
  )
  it('is drawn together in a sentence, and words are left alone', () => {
    expect(joinCodes('file 4gh 7trn of a girl')).toBe('file 4GH-7TRN of a girl')
    expect(joinCodes('since 2024 till 234 5678')).toBe('since 2024 till 234 5678')
  })
})
