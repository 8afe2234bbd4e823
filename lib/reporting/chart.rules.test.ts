import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scene, Shape } from '@/lib/countries/drawing/scene.rules'
import { drawChart, hasSmall, tableOfChart } from './chart.rules'
import { ROOM, widthOf } from './chart-ground.rules'
import type { ReportChart, ReportPoint } from './document.rules'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const chartOf = (
  kind: ReportChart['kind'],
  series: readonly (readonly ReportPoint[])[],
  unit: ReportChart['unit'] = 'count',
): ReportChart => ({
  kind,
  title: 't',
  alternative: 'a',
  unit,
  series: series.map((points, index) => ({ label: `Centre ${index}`, points })),
})
const months = (...values: readonly (number | null)[]): readonly ReportPoint[] =>
  values.map((value, index) => ({ label: MONTHS[index] ?? String(index), value }))
const shapesOf = (scenes: readonly Scene[]): readonly Shape[] => scenes.flatMap(({ shapes }) => shapes)
const pageOf = (chart: ReportChart): readonly Shape[] =>
  shapesOf(drawChart(chart, 'en').panels.map(({ scene }) => scene))
const textsOf = (shapes: readonly Shape[]): readonly string[] =>
  shapes.flatMap((shape) => (shape.kind === 'words' ? [shape.text] : []))
const boxesOf = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === 'box' ? [shape] : []))

describe('a chart of a report', () => {
  it('has a number above each bar, one bar that is full, and small ones hatched', () => {
    const shapes = pageOf(chartOf('bars', [months(38, 7, 71, 44)]))
    expect(textsOf(shapes)).toEqual(['38', 'Jan', '7', 'Feb', '71', 'Mar', '44', 'Apr'])
    expect(boxesOf(shapes).map(({ tone }) => tone)).toEqual(['half', 'hatch', 'full', 'half'])
    expect(hasSmall(chartOf('bars', [months(38, 7)]))).toBe(true)
    expect(hasSmall(chartOf('bars', [months(38, 70)]))).toBe(false)
  })

  it('highlights none where several are the highest', () => {
    expect(boxesOf(pageOf(chartOf('bars', [months(40, 40, 20)]))).map(({ tone }) => tone)).toEqual([
      'half',
      'half',
      'half',
    ])
  })

  it('draws bars in proportion from zero, a share on a scale to all, whatever the numbers', () => {
    const values = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 60 })
    void fc.assert(
      fc.property(values, fc.boolean(), (numbers, isLong) => {
        const points = numbers.map((value, index) => ({
          label: isLong ? `A place with a long name, number ${index}` : String(index),
          value,
        }))
        const { panels, phone } = drawChart(chartOf('bars', [points]), 'nl')
        for (const drawn of phone === null ? [panels] : [panels, phone]) {
          const shapes = shapesOf(drawn.map(({ scene }) => scene))
          const most = Math.max(...numbers)
          for (const { x, width, height } of boxesOf(shapes)) {
            expect(x).toBeGreaterThanOrEqual(-0.001)
            expect(x + width).toBeLessThanOrEqual(100.001)
            expect(height).toBeLessThanOrEqual(126)
          }
          const rows = boxesOf(shapes).filter(({ height }) => height === 12 && shapes.length > 4)
          if (isLong && rows.length > 1)
            expect(rows.map(({ width }) => Math.round((width * most) / 100))).toEqual(
              numbers.filter((value) => value > 0),
            )
          for (const { scene } of drawn)
            for (const shape of scene.shapes)
              if (shape.kind === 'words') {
                expect(shape.size).toBeGreaterThanOrEqual(12)
                expect(shape.y).toBeLessThanOrEqual(scene.height)
              }
        }
      }),
    )
    const shares = chartOf(
      'bars',
      [
        [
          { label: 'Released within a month', value: 0.4 },
          { label: 'b', value: 0.2 },
        ],
      ],
      'share',
    )
    expect(
      boxesOf(shapesOf((drawChart(shares, 'en').phone ?? []).map(({ scene }) => scene))).map(
        ({ width }) => width,
      ),
    ).toEqual([40, 20])
  })

  it('draws small multiples on one scale', () => {
    const { panels } = drawChart(chartOf('multiples', [months(100, 50), months(25, 12)]), 'en')
    expect(panels.map(({ title }) => title)).toEqual(['Centre 0', 'Centre 1'])
    const heights = panels.map(({ scene }) => boxesOf(scene.shapes).map(({ height }) => height))
    expect(heights).toEqual([
      [84, 42],
      [21, 10],
    ])
  })

  it('cuts no name of a month off at the edge of a small drawing', () => {
    const points = months(...MONTHS.map((_, at) => at)).map((point) => ({ ...point, label: 'janv.' }))
    const { panels } = drawChart(chartOf('multiples', [points, points]), 'fr')
    const under = panels.flatMap(({ scene }) =>
      scene.shapes.flatMap((shape) => (shape.kind === 'words' && shape.text === 'janv.' ? [shape] : [])),
    )
    expect(under.length).toBeGreaterThan(4)
    const half = (50 * widthOf('janv.')) / ROOM.panel
    for (const { x, anchor } of under) {
      const begins = anchor === 'middle' ? x - half : anchor === 'end' ? x - 2 * half : x
      expect(begins).toBeGreaterThanOrEqual(0)
      expect(begins + 2 * half).toBeLessThanOrEqual(100)
    }
  })

  it('draws no line over a month without a number, and more than four lines each alone', () => {
    const lines = (chart: ReportChart) =>
      pageOf(chart).filter((shape) => shape.kind === 'line' && shape.tone === 'full').length
    expect(lines(chartOf('lines', [months(3, 4, null, 5, 6)]))).toBe(2)
    expect(lines(chartOf('lines', [months(3, 4, 4, 5, 6)]))).toBe(4)
    expect(
      drawChart(
        chartOf(
          'lines',
          Array.from({ length: 5 }, () => months(1, 2)),
        ),
        'en',
      ).panels,
    ).toHaveLength(5)
  })

  it('draws a survival curve in steps that are as wide as their days and never go up', () => {
    const points = [
      { label: '0', at: 0, value: 1 },
      { label: '10', at: 10, value: 0.8 },
      { label: '40', at: 40, value: 0.3 },
    ]
    const steps = pageOf(chartOf('steps', [points], 'share')).flatMap((shape) =>
      shape.kind === 'line' && shape.tone === 'full' ? [shape] : [],
    )
    expect(steps).toHaveLength(4)
    for (const { x1, x2, y1, y2 } of steps) {
      expect(x1 === x2 || y1 === y2).toBe(true)
      expect(x2).toBeGreaterThanOrEqual(x1)
      // Down on the page is less.
      expect(y2).toBeGreaterThanOrEqual(y1)
    }
    const [first, , second] = steps.map(({ x1, x2 }) => x2 - x1)
    expect((second ?? 0) / (first ?? 1)).toBeCloseTo(3, 6)
    expect(textsOf(pageOf(chartOf('steps', [points], 'share')))).toContain('40 days')
  })

  it('has a table with every number of it', () => {
    const chart = chartOf('multiples', [months(1, 2, 3), months(4, null)])
    const { rows, columns } = tableOfChart(chart, { rows: 'Group', value: 'Number' })
    expect(columns.map(({ label }) => label)).toEqual(['Centre 0', 'Centre 1'])
    expect(rows.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['Jan', 1, 4],
      ['Feb', 2, null],
      ['Mar', 3, null],
    ])
  })

  it('is nothing without numbers', () => {
    expect(drawChart(chartOf('bars', []), 'en').panels).toEqual([])
    expect(drawChart(chartOf('steps', [[]]), 'en').panels).toEqual([])
  })
})
