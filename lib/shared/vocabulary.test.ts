import { describe, expect, it } from 'vitest'
import { order, part, rest, UnknownCode, vocabulary, without } from './vocabulary'

const WEATHERS = vocabulary('test.weathers', ['sun', 'rain', 'snow'])

describe('vocabulary', () => {
  it('reads a stored code', () => expect(WEATHERS.read('rain')).toBe('rain'))

  it.each(['hail', '', 'toString', '__proto__', ' rain', 'RAIN', null, undefined, 0, ['rain']])(
    'throws for %j, with its own name and without the text',
    (stored) => {
      expect(() => WEATHERS.read(stored)).toThrow(UnknownCode)
      expect(() => WEATHERS.read(stored)).toThrow(/^no code of test\.weathers$/)
      expect(WEATHERS.match(stored)).toBeNull()
      expect(WEATHERS.has(stored)).toBe(false)
    },
  )

  it('reads nothing where a column may be empty, and throws for all else', () => {
    expect(WEATHERS.readOrNull(null)).toBeNull()
    expect(WEATHERS.readOrNull('sun')).toBe('sun')
    expect(() => WEATHERS.readOrNull('')).toThrow(UnknownCode)
  })

  it('ranks its codes as they are written', () =>
    expect(WEATHERS.codes.map((code) => WEATHERS.rank(code))).toEqual([0, 1, 2]))

  it('throws for the rank of a code that came past the compiler', () => {
    const any: { rank(code: string): number } = WEATHERS
    expect(() => any.rank('hail')).toThrow(UnknownCode)
  })
})

describe('part, without and order', () => {
  it('hold the codes of the whole that they name, in their own order', () => {
    expect(part('test.wet', WEATHERS, ['snow', 'rain']).codes).toEqual(['snow', 'rain'])
    expect(order('test.cold', WEATHERS, ['sun', 'snow', 'rain']).rank('rain')).toBe(2)
    expect(() => part('test.wet', WEATHERS, ['rain']).read('sun')).toThrow('test.wet')
    expect(without('test.dry', WEATHERS, ['rain']).codes).toEqual(['sun', 'snow'])
  })
})

it('the rest of a switch names every code that has no case of its own', () => {
  rest(WEATHERS.codes[2], 'sun', 'rain snow')
  // @ts-expect-error snow is left out
  rest(WEATHERS.codes[2], 'sun rain')
})
