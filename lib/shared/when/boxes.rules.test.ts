import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay } from '../dates'
import { NO_BOXES, SILENT_WAYS, toBoxes, toTyped, WAYS } from './boxes.rules'
import { parseWhen } from './parse.rules'
import { SEASONS, whenCode } from './when.rules'

const parts = (day: string, month: string, year: string) => ({ day, month, year })
const codeOf = (typed: string) => {
  const read = parseWhen(typed)
  return 'problem' in read ? read.problem : read.when && whenCode(read.when)
}

it('a day of another form comes into the boxes', () => {
  expect(toTyped(toBoxes('2009-03-05'))).toBe('5/3/2009')
})

describe('the boxes of a date of any precision', () => {
  it.each([
    { boxes: { way: 'exact', from: parts('15', 'mars', '2009') }, code: '2009-03-15' },
    { boxes: { way: 'exact', from: parts('', '', '2009') }, code: 'whenNotRead' },
    { boxes: { way: 'exact', from: parts('15', '', '2009') }, code: 'whenNotRead' },
    { boxes: { way: 'exact', from: parts('15', '3', '09') }, code: 'whenWholeYear' },
    { boxes: { way: 'month', from: parts('', 'mrt', '2009') }, code: '2009-03' },
    { boxes: { way: 'month', from: parts('', '3', '09') }, code: 'whenWholeYear' },
    { boxes: { way: 'year', from: parts('', '', '2009') }, code: '2009' },
    { boxes: { way: 'about', from: parts('', '3', '2009') }, code: '2009-03~' },
    { boxes: { way: 'about', from: parts('', '', '2009') }, code: '2009~' },
    {
      boxes: { way: 'between', from: parts('', '', '2008'), to: parts('', '5', '2010') },
      code: '2008/2010-05',
    },
    { boxes: { way: 'between', from: parts('', '', '2008') }, code: 'whenNotRead' },
    { boxes: { way: 'season', season: 'winter', from: parts('', '', '2018') }, code: '2018-24' },
    { boxes: { way: 'season', season: 'spring', from: parts('', '', '2019') }, code: '2019-21' },
    { boxes: { way: 'words', words: 'printemps 2019' }, code: '2019-21' },
    { boxes: { way: 'declined' }, code: 'declined' },
    { boxes: { way: 'exact' }, code: null },
  ] as const)('$boxes.way says $code', ({ boxes, code }) => {
    expect(codeOf(toTyped({ ...NO_BOXES, ...boxes }))).toBe(code)
  })

  it('whatever is typed comes back letter for letter', () => {
    const box = fc.oneof(fc.constantFrom('', '3', '15', 'mars', '2009', '09'), fc.string({ maxLength: 6 }))
    const three = fc.record({ day: box, month: box, year: box })
    const any = fc.record({
      way: fc.constantFrom(...WAYS.codes, ...SILENT_WAYS.codes),
      from: three,
      to: three,
      season: fc.constantFrom(...SEASONS.codes),
      words: fc.string(),
    })
    fc.assert(
      fc.property(any, (boxes) => {
        const typed = toTyped(boxes)
        if (!isDay(typed)) expect(toTyped(toBoxes(typed))).toBe(typed)
      }),
      { numRuns: 2000 },
    )
  })
})
