import { expect, it } from 'vitest'
import { bornWhenAged } from './age.rules'
import { type Comparable, compareTwo } from './compare.rules'

const TODAY = '2026-11-29'
const someone = (of: Partial<Comparable> & { readonly age?: number | undefined }): Comparable => ({
  names: ['Mamadou Bah'],
  ageClaims: of.age === undefined ? [] : [bornWhenAged(of.age, TODAY)],
  sex: 'm',
  countries: ['GN'],
  places: ['one'],
  ...of,
})

it('everything that is recorded of both and fits is a hundred, in whatever order the name is said', () => {
  const { score, fits } = compareTwo(someone({ age: 24 }), someone({ age: 24, names: ['Bah, Mamadou'] }))
  expect(score).toBe(100)
  expect(fits).toEqual({ name: 'same', age: 'same', nationality: 'same', place: 'same', sex: 'same' })
})

it.each([
  { age: 24, other: 24, fit: 'same' },
  { age: 24, other: 27, fit: 'near' },
  { age: 17, other: 21, fit: 'near' },
  { age: 17, other: 22, fit: 'differs' },
  { age: 24, other: undefined, fit: 'unknown' },
])('ages $age and $other: $fit', ({ age, other, fit }) =>
  expect(compareTwo(someone({ age }), someone({ age: other })).fits.age).toBe(fit),
)

it('what is recorded of one alone neither fits nor differs, and changes no score', () => {
  const bare = someone({ countries: [], places: [], sex: 'not_asked' })
  const { score, fits } = compareTwo(someone({ age: 24 }), bare)
  expect(fits).toEqual({
    name: 'same',
    age: 'unknown',
    nationality: 'unknown',
    place: 'unknown',
    sex: 'unknown',
  })
  expect(score).toBe(100)
})

it('a difference weighs by its field', () => {
  const one = someone({ age: 24 })
  const scores = [
    compareTwo(one, someone({ age: 24, sex: 'f' })),
    compareTwo(one, someone({ age: 24, countries: ['SN'] })),
    compareTwo(one, someone({ age: 40 })),
  ].map(({ score }) => score)
  expect(scores).toEqual([91, 82, 73])
})
