// Dots through time on a scale from zero. A line joins only years that follow each other.

import type { Mark, Picture } from './picture.rules'
import { aside, box, figure, line, roundUp, type Scene, type Shape, sayYears, words } from './scene.rules'

const TOP = 26
const BASE = 176
const LEFT = 12
const RIGHT = 88

export const drawDots = ({ marks, isShare, words: say }: Picture): Scene => {
  const years = marks.flatMap(({ year }) => year ?? [])
  const first = Math.min(...years)
  const last = Math.max(...years)
  const end = isShare ? 100 : roundUp(Math.max(...marks.map(({ value }) => value)))
  const x = ({ year }: Mark): number =>
    last === first ? 50 : LEFT + ((RIGHT - LEFT) * ((year ?? first) - first)) / (last - first)
  const y = ({ value }: Mark): number => Math.round(BASE - ((BASE - TOP) * value) / end)
  const between = marks.flatMap((mark, index): readonly Shape[] => {
    const before = marks[index - 1]
    if (before === undefined) return []
    const from = (before.year ?? 0) + 1
    const to = (mark.year ?? 0) - 1
    if (from > to) return [line(x(before), y(before), x(mark), y(mark), 'full', 2)]
    const middle = (x(before) + x(mark)) / 2
    return [
      aside({ x: middle, y: BASE - 12, text: say.noFigure, anchor: 'middle' }),
      aside({ x: middle, y: BASE + 20, text: sayYears(from, to), anchor: 'middle' }),
    ]
  })
  const dots = marks.flatMap((mark): readonly Shape[] => [
    { kind: 'dot', x: x(mark), y: y(mark), r: 7, tone: 'full' },
    figure({ x: x(mark), y: y(mark) + 27, text: mark.said, anchor: 'middle' }),
    words({ x: x(mark), y: BASE + 20, text: mark.label, anchor: 'middle' }),
  ])
  return {
    width: null,
    height: BASE + 28,
    shapes: [
      line(0, TOP, 100, TOP, 'hair'),
      words({ x: 0, y: TOP - 6, text: say.scale(end), size: 12, tone: 'muted' }),
      line(0, BASE, 100, BASE, 'edge'),
      words({ x: 0, y: BASE - 6, text: say.scale(0), size: 12, tone: 'muted' }),
      ...between,
      ...dots,
    ],
  }
}

const ROW = 78

/** Ranges on one scale: two ends, never a middle. */
export const drawRanges = ({ marks, isShare, words: say }: Picture): Scene => {
  const highest = Math.max(...marks.map(({ high }) => high))
  const end = isShare && highest > 25 ? 100 : roundUp(highest * 1.3)
  const x = (value: number): number => (100 * value) / end
  const rows = marks.flatMap((mark, index): readonly Shape[] => {
    const y = index * ROW
    return [
      words({ x: 0, y: y + 15, text: mark.label }),
      line(0, y + 52, 100, y + 52, 'edge'),
      box(x(mark.low), y + 44, x(mark.high) - x(mark.low), 16, 'full'),
      figure({ x: x(mark.low), dx: -7, y: y + 39, text: mark.lowSaid, anchor: 'end' }),
      figure({ x: x(mark.high), dx: 7, y: y + 39, text: mark.said }),
    ]
  })
  const below = marks.length * ROW
  return {
    width: null,
    height: below + 10,
    shapes: [
      ...rows,
      words({ x: 0, y: below, text: say.scale(0), size: 12, tone: 'muted' }),
      words({ x: 100, y: below, text: say.scale(end), size: 12, anchor: 'end', tone: 'muted' }),
    ],
  }
}
