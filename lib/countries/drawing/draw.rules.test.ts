import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHART_FORMS } from '../chart-vocabulary.rules'
import { draw } from './draw.rules'
import type { Mark, Picture } from './picture.rules'
import { roundUp, type Shape } from './scene.rules'

const mark = (part: Partial<Mark>): Mark => {
  const value = part.value ?? 1
  return {
    slug: 'a',
    label: 'A',
    value,
    low: value,
    high: value,
    said: String(value),
    lowSaid: String(value),
    year: null,
    rival: null,
    change: null,
    isRest: false,
    ...part,
  }
}
const picture = (form: Picture['form'], marks: readonly Mark[], part: Partial<Picture> = {}): Picture => ({
  form,
  marks,
  isShare: false,
  whole: 0,
  words: { noFigure: 'no figure', also: (figure) => `also ${figure}`, scale: String },
  ...part,
})
const shapes = (given: Picture): readonly Shape[] => draw(given)?.shapes ?? []
const linesOf = (given: Picture) =>
  shapes(given).filter((shape) => shape.kind === 'line' && shape.tone === 'full')
const textsOf = (given: Picture) =>
  shapes(given).flatMap((shape) => (shape.kind === 'words' ? [shape.text] : []))

describe('a drawing', () => {
  it('never joins years that do not follow each other', () => {
    const gap = picture('dots', [mark({ year: 2016, value: 57.7 }), mark({ year: 2019, value: 36.9 })])
    expect(linesOf(gap)).toEqual([])
    expect(textsOf(gap)).toEqual(expect.arrayContaining(['2017–2018', 'no figure']))
    const years = picture('dots', [mark({ year: 2016 }), mark({ year: 2017 })])
    expect(linesOf(years)).toHaveLength(1)
  })

  it('keeps the place of years without a figure among columns', () => {
    const columns = picture('columns', [mark({ year: 2011, value: 3 }), mark({ year: 2018, value: 2 })])
    expect(textsOf(columns)).toEqual(expect.arrayContaining(['2012–2017', 'no figure']))
    expect(shapes(columns).filter(({ kind }) => kind === 'box')).toHaveLength(2)
  })

  it('marks the second printed figure of a column', () => {
    const rival = picture('columns', [
      mark({ year: 2018, value: 23443, rival: { value: 23343, said: '23,343' } }),
    ])
    expect(textsOf(rival)).toContain('also 23,343')
  })

  it('draws no list', () => {
    expect(draw(picture('list', [mark({})]))).toBeNull()
  })

  it('keeps every mark inside its frame, from zero, in proportion, and every word large enough to read', () => {
    const values = fc.array(fc.double({ min: 0.1, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 8 })
    void fc.assert(
      fc.property(values, fc.constantFrom(...CHART_FORMS.codes), (numbers, form) => {
        const marks = numbers.map((value, index) => mark({ value, year: 2000 + index, label: String(index) }))
        const scene = draw(picture(form, marks, { whole: numbers.reduce((sum, value) => sum + value, 0) }))
        if (scene === null || form === 'tiles') return
        const right = scene.width ?? 100
        for (const shape of scene.shapes) {
          // Letters that no one needs to bring nearer on a telephone.
          if (shape.kind === 'words') expect(shape.size).toBeGreaterThanOrEqual(12)
          if (shape.kind !== 'box') continue
          expect(shape.x).toBeGreaterThanOrEqual(-0.001)
          expect(shape.x + (shape.isSwatch ? 0 : shape.width)).toBeLessThanOrEqual(right + 0.001)
          expect(shape.y + shape.height).toBeLessThanOrEqual(scene.height)
        }
        if (form !== 'bars') return
        const widths = scene.shapes.flatMap((shape) => (shape.kind === 'box' ? [shape.width] : []))
        const longest = Math.max(...numbers)
        widths.forEach((width, index) => {
          expect(width).toBeCloseTo((100 * (numbers[index] ?? 0)) / longest, 6)
        })
      }),
    )
  })

  it('draws a share on a scale to a hundred, so that more than half never looks like all', () => {
    const shares = picture('bars', [mark({ value: 54 }), mark({ value: 25.8 })], { isShare: true })
    expect(shapes(shares).flatMap((shape) => (shape.kind === 'box' ? [shape.width] : []))).toEqual([54, 25.8])
    expect(textsOf(shares)).toEqual(expect.arrayContaining(['0', '100']))
  })

  it('leaves no room above columns that have one figure each', () => {
    const one = draw(picture('columns', [mark({ value: 2 })]))
    const two = draw(picture('columns', [mark({ value: 2, rival: { value: 1, said: '1' } })]))
    expect(one?.height).toBeLessThan(two?.height ?? 0)
    const tops = one?.shapes.flatMap((shape) => (shape.kind === 'words' ? [shape.y - shape.size] : [])) ?? []
    expect(Math.min(...tops)).toBeGreaterThanOrEqual(0)
    expect(Math.min(...tops)).toBeLessThan(4)
  })

  it('ends a scale at a round number that holds the value', () => {
    void fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (value) => {
        const end = roundUp(value)
        expect(end).toBeGreaterThanOrEqual(value * 0.999999)
        expect(end).toBeLessThanOrEqual(value * 2.000001)
      }),
    )
  })
})
