import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  HEIGHT,
  isSignature,
  MOST_LETTERS,
  type Point,
  readStrokes,
  toPath,
  WIDTH,
  withPoint,
  writeStrokes,
} from './signature.rules'

const point = fc.tuple(fc.integer({ min: 0, max: WIDTH }), fc.integer({ min: 0, max: HEIGHT }))
const strokes = fc.array(fc.array(point, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 20 })

it('a drawing is read as it was written, and its path holds numbers and three letters only', () => {
  fc.assert(
    fc.property(strokes, (drawn) => {
      const text = writeStrokes(drawn)
      expect(readStrokes(text)).toEqual(drawn)
      expect(toPath(drawn)).toMatch(/^[MLh\d ]+$/)
    }),
  )
})

it('whatever a pointer sends, at any length and place, stays within the limits', () => {
  const far = fc.tuple(
    fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(far, fc.boolean()), { minLength: 1, maxLength: 200 }), (moves) => {
      const text = moves.reduce((drawing, [at, isNew]) => withPoint(drawing, at, isNew), '')
      expect(readStrokes(text)).not.toBeNull()
    }),
  )
  const line = Array.from({ length: 1600 }, (_, index): Point => [(index * 7) % WIDTH, (index * 3) % HEIGHT])
  const long = line.reduce((drawing, at) => withPoint(drawing, at, false), '')
  expect(readStrokes(long)?.flat()).toHaveLength(1500)
  expect(long.length).toBeLessThanOrEqual(MOST_LETTERS)
})

it('anything else is no drawing', () => {
  for (const text of [
    '',
    '1',
    '1,2,3',
    '601,5 1,1',
    '5,201',
    '-1,5',
    '1.5,2',
    '1,2  3,4',
    '1,2;',
    '1,2 <script>',
    'M0 0',
    Array.from({ length: 61 }, () => '1,1').join(';'),
    Array.from({ length: 1501 }, () => '1,1').join(' '),
    '1,1 '.repeat(5000),
  ])
    expect(readStrokes(text), text.slice(0, 20)).toBeNull()
})

it('a cross is a signature, and a dot is none', () => {
  expect(isSignature('10,10 60,60;60,10 10,60')).toBe(true)
  expect(isSignature('10,10')).toBe(false)
  expect(isSignature('10,10 11,12 15,18')).toBe(false)
  expect(isSignature('')).toBe(false)
})
