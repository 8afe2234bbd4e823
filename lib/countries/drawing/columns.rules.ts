// Columns through time, standing on zero. Years without a figure keep their place and stay empty: nothing bridges them.

import type { Mark, Picture } from './picture.rules'
import { box, figure, line, type Scene, type Shape, words } from './scene.rules'

const BASE = 214
const TALLEST = 156
const WIDE = 0.66

type Slot = { readonly mark: Mark } | { readonly from: number; readonly to: number }

const slotsOf = (marks: readonly Mark[]): readonly Slot[] =>
  marks.flatMap((mark, index): readonly Slot[] => {
    const before = marks[index - 1]?.year ?? null
    if (before === null || mark.year === null || mark.year - before < 2) return [{ mark }]
    return [{ from: before + 1, to: mark.year - 1 }, { mark }]
  })

export const drawColumns = ({ marks, words: say }: Picture): Scene => {
  const slots = slotsOf(marks)
  const width = 100 / slots.length
  const tallest = Math.max(...marks.map(({ value, rival }) => Math.max(value, rival?.value ?? 0)))
  const heightOf = (value: number): number => Math.round((TALLEST * value) / tallest)
  const shapes = slots.flatMap((slot, index): readonly Shape[] => {
    const left = index * width
    const middle = left + width / 2
    return 'mark' in slot
      ? drawColumn(slot.mark, middle, width * WIDE, heightOf, say.also, slots.length > 3 ? 14 : 17)
      : drawGap(slot, left, width, say.noFigure)
  })
  return { width: null, height: BASE + 50, shapes: [...shapes, line(0, BASE, 100, BASE, 'edge')] }
}

const drawColumn = (
  mark: Mark,
  middle: number,
  width: number,
  heightOf: (value: number) => number,
  also: (figure: string) => string,
  size: number,
): readonly Shape[] => {
  const height = heightOf(mark.value)
  const top = BASE - height
  const left = middle - width / 2
  const anchor = 'middle' as const
  const rival: readonly Shape[] =
    mark.rival === null
      ? []
      : [
          line(
            left - width * 0.06,
            BASE - heightOf(mark.rival.value),
            left + width * 1.06,
            BASE - heightOf(mark.rival.value),
            'ink',
            3,
          ),
          words({ x: middle, y: top - 29, text: also(mark.rival.said), size: 13, anchor, tone: 'muted' }),
        ]
  return [
    box(left, top, width, height, 'full'),
    ...rival,
    figure({ x: middle, y: top - 9, text: mark.said, size, anchor }),
    words({ x: middle, y: BASE + 21, text: mark.label, size: 15, anchor }),
    ...(mark.change === null
      ? []
      : [words({ x: middle, y: BASE + 41, text: mark.change, anchor, tone: 'muted' })]),
  ]
}

const drawGap = (
  { from, to }: { readonly from: number; readonly to: number },
  left: number,
  width: number,
  noFigure: string,
): readonly Shape[] => {
  const middle = left + width / 2
  const anchor = 'middle' as const
  const years = from === to ? String(from) : `${from}–${to}`
  return [
    words({ x: middle, y: BASE - 12, text: noFigure, size: 13, anchor, tone: 'muted' }),
    words({ x: middle, y: BASE + 21, text: years, size: 13, anchor, tone: 'muted' }),
  ]
}
