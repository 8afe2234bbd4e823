import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OurCell, pairUp, type Theirs } from '@/lib/countries/beside.rules'
import { drawPairs } from '@/lib/countries/drawing/pairs.rules'
import { toPercent } from './chart.rules'
import { publicPolicy } from './disclosure.rules'

const { threshold } = publicPolicy
const printed = (value: number): OurCell => ({ isFew: false, value })
const few: OurCell = { isFew: true, value: null }
const theirs: readonly Theirs[] = [
  { fact: 'share-sy', label: 'Syria', percent: 25 },
  { fact: 'share-gn', label: 'Guinea', percent: 5 },
  { fact: 'share-iq', label: 'Iraq', percent: 4.1 },
]
const groups = { 'share-sy': 'SY', 'share-gn': 'GN', 'share-iq': 'IQ' }
const pair = (cells: Record<string, OurCell>, given = theirs) =>
  pairUp(
    given,
    { groups },
    { cells: new Map(Object.entries(cells)), whole: cells.total?.value ?? null, threshold, toPercent },
  )

describe('our shares beside theirs', () => {
  it('stand with the largest of ours first and what both wholes leave last', () => {
    const pairs = pair({ SY: printed(40), GN: printed(120), IQ: few, total: printed(400) })
    expect(pairs.map(({ fact, ours, theirs: other, missing }) => [fact, ours, other, missing])).toEqual([
      ['share-gn', 30, 5, null],
      ['share-sy', 10, 25, null],
      ['share-iq', null, 4.1, 'few'],
      [null, 60, 65.9, null],
    ])
  })

  it('say why there is none', () => {
    const [withheld, wider, ...rest] = pair({
      SY: { isFew: false, value: null },
      IQ: few,
      total: printed(300),
    })
    expect([withheld?.missing, wider?.missing, rest[0]?.missing]).toEqual(['withheld', 'wider', 'few'])
    expect(pair({ SY: printed(40), total: printed(40) })[0]).toMatchObject({ ours: null, missing: 'whole' })
    expect(pair({ SY: printed(40), total: few })[0]).toMatchObject({ ours: null, missing: 'whole' })
  })

  it('leave no remainder where a share of the country is missing, or too little of ours is left', () => {
    const part = theirs.map((one) => (one.fact === 'share-iq' ? { ...one, percent: null } : one))
    expect(pair({ SY: printed(100), total: printed(110) }, part).at(-1)).toMatchObject({
      ours: null,
      theirs: null,
    })
  })

  it('do not call what is left few, where only the whole is too small for a share', () => {
    expect(pair({ total: printed(40) }).at(-1)).toMatchObject({ ours: null, missing: 'whole' })
    expect(pair({ SY: printed(100), total: printed(110) }).at(-1)).toMatchObject({ missing: 'withheld' })
  })

  it('are never of a number under the threshold', () => {
    const cell = fc.oneof(
      fc.integer({ min: 2, max: 90 }).map((tens) => printed(10 * tens)),
      fc.constant(few),
    )
    void fc.assert(
      fc.property(cell, cell, cell, cell, (SY, GN, IQ, total) => {
        const whole = total.value ?? 0
        for (const { ours } of pair({ SY, GN, IQ, total })) {
          if (ours === null) continue
          expect(Number.isInteger(ours)).toBe(true)
          expect(whole).toBeGreaterThanOrEqual(50)
          expect((ours * whole) / 100).toBeGreaterThan(threshold - whole / 100)
        }
      }),
    )
  })
})

describe('the drawing of pairs', () => {
  it('gives no dot to what is not given, and says so', () => {
    const say = {
      names: { ours: 'Ours', theirs: 'Theirs' },
      legend: { ours: 'Ours (n)', theirs: 'Theirs, 2019' },
      none: 'not given',
      scale: String,
    }
    const { shapes } = drawPairs(
      [
        { label: 'A', ours: { value: 30, said: '30' }, theirs: { value: 5, said: '5' } },
        { label: 'B', ours: null, theirs: { value: 25, said: '25' } },
      ],
      say,
    )
    const dots = shapes.flatMap((shape) => (shape.kind === 'dot' ? [shape.tone] : []))
    // Two of the legend, three given.
    expect(dots.filter((tone) => tone === 'full')).toHaveLength(2)
    expect(dots.filter((tone) => tone === 'empty')).toHaveLength(3)
    const said = shapes.flatMap((shape) => (shape.kind === 'words' ? [shape.text] : []))
    expect(said).toEqual(expect.arrayContaining(['Ours: not given', '30', '5', '25']))
    for (const shape of shapes) if (shape.kind === 'dot') expect(shape.x >= 0 && shape.x <= 100).toBe(true)
  })
})
