import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEdition } from '../../tests/support/given/editions'
import { fromTyped } from './answer.rules'
import { fromScaled, isHardlyUsed, keyFrom, looksSensitive, type OwnField, toScaled } from './field.rules'

const field = (change: Partial<OwnField> = {}): OwnField => {
  const now = anEdition()
  return {
    id: '00000000-0000-4000-8000-000000000001',
    key: 'way',
    owner: 'file',
    type: 'one',
    fieldClass: 'ordinary',
    decimals: 0,
    now,
    editions: [now],
    ...change,
  }
}

describe('a field that is asked and hardly ever answered', () => {
  const later = new Date('2026-06-01')
  it.each([
    ['none', later, true],
    ['few', later, true],
    ['used', later, false],
    ['tens', later, false],
    // Asked since a month: no one could say yet.
    ['none', new Date('2026-02-01'), false],
  ] as const)('with the band %s at %s: %s', (band, now, expected) => {
    expect(isHardlyUsed(field(), band, now)).toBe(expected)
  })

  it('is none that is retired already', () => {
    expect(isHardlyUsed(field({ now: anEdition({ state: 'retired' }) }), 'none', later)).toBe(false)
  })
})

describe('what was typed', () => {
  const typed = { choice: '-unknown', codes: [], text: '', state: '' } as const
  it('is an answer to the edition that was shown, and none to one that never was', () => {
    const kind = field()
    expect(fromTyped(kind, { ...typed, codes: [], edition: kind.now.edition })).toEqual({
      answer: { state: 'unknown', codes: [], text: '' },
    })
    expect(fromTyped(kind, { ...typed, codes: [], edition: 0 })).toEqual({
      fault: 'unknownChoice',
      at: 'choice',
    })
  })
})

describe('an amount', () => {
  it('is read back as it was stored, with every number of digits', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.nat({ max: 4 }),
        (stored, decimals) => {
          expect(toScaled(fromScaled(stored, decimals), decimals)).toBe(stored)
        },
      ),
    )
  })

  it.each([
    ['1 234,5', 2, 123_450n],
    ["1'234.50", 2, 123_450n],
    ['-3', 0, -3n],
    ['3,5', 0, null],
    ['1.2.3', 2, null],
    ['', 0, null],
    ['veel', 2, null],
  ] as const)('typed as %s with %d digits is %s', (typed, decimals, expected) => {
    expect(toScaled(typed, decimals)).toBe(expected)
  })
})

describe('a name for tables', () => {
  it('is of small letters, free, and never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (label, taken) => {
        const key = keyFrom(label, taken)
        expect(key).toMatch(/^[a-z][a-z0-9_]{1,39}$/)
        expect(taken).not.toContain(key)
      }),
    )
    expect(keyFrom('Voie d’arrivée', ['voie_d_arrivee'])).toBe('voie_d_arrivee_2')
  })
})

it.each([
  ['HIV status', true],
  ['Geloof', true],
  ['Violence subie', true],
  ['Krankheit', true],
  ['Way of arrival', false],
  ['Schooltaal', false],
])('%s sounds sensitive: %s', (label, expected) => {
  expect(looksSensitive({ en: label })).toBe(expected)
})
