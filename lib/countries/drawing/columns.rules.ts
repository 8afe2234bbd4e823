// Columns through time, standing on zero. Years without a figure keep their place and stay empty: nothing bridges them.

import type { Mark, Picture } from './picture.rules'
import { aside, box, figure, line, type Scene, type Shape, sayYears, words } from './scene.rules'

const TALLEST = 156
/** Room above the tallest column for its figure, and for a second printed figure where there is one. */
const FIGURE = 28
const SECOND = 18
const WIDE = 0.66

type Slot = { readonly mark: Mark } | { readonly from: number; readonly to: number }

const slotsOf = (marks: readonly Mark[]): readonly Slot[] =>
  marks.flatMap((mark, index): readonly Slot[] => {
    const before = marks[index - 1]?.year ?? null
    if (before === null || mark.year === null || mark.year - before < 2) return [{ mark }]
    return [{ from: before + 1, to: mark.year - 1 }, { mark }]
  })

type Ground = {
  readonly base: number
  readonly heightOf: (value: number) => number
  readonly say: Picture['words']
  /** Of the letters of a figure. */
  readonly size: number
}

export const drawColumns = ({ marks, words: say }: Picture): Scene => {
  const slots = slotsOf(marks)
  const width = 100 / slots.length
  const tallest = Math.max(...marks.map(({ value, rival }) => Math.max(value, rival?.value ?? 0)))
  const base = TALLEST + FIGURE + (marks.some(({ rival }) => rival !== null) ? SECOND : 0)
  const ground: Ground = {
    base,
    heightOf: (value) => Math.round((TALLEST * value) / tallest),
    say,
    size: slots.length > 3 ? 14 : 17,
  }
  const shapes = slots.flatMap((slot, index): readonly Shape[] => {
    const middle = index * width + width / 2
    return 'mark' in slot
      ? drawColumn(slot.mark, middle, width * WIDE, ground)
      : drawGap(slot, middle, ground)
  })
  const below = marks.some(({ change }) => change !== null) ? 50 : 30
  return { width: null, height: base + below, shapes: [...shapes, line(0, base, 100, base, 'edge')] }
}

const drawColumn = (
  mark: Mark,
  middle: number,
  width: number,
  { base, heightOf, say, size }: Ground,
): readonly Shape[] => {
  const height = heightOf(mark.value)
  const top = base - height
  const left = middle - width / 2
  const anchor = 'middle' as const
  const drawRival = ({ value, said }: NonNullable<Mark['rival']>): readonly Shape[] => {
    const y = base - heightOf(value)
    return [
      line(left - width * 0.06, y, left + width * 1.06, y, 'ink', 3),
      words({ x: middle, y: top - 29, text: say.also(said), size: 13, anchor, tone: 'muted' }),
    ]
  }
  return [
    box(left, top, width, height, 'full'),
    ...(mark.rival === null ? [] : drawRival(mark.rival)),
    figure({ x: middle, y: top - 9, text: mark.said, size, anchor }),
    words({ x: middle, y: base + 21, text: mark.label, size: 15, anchor }),
    ...(mark.change === null
      ? []
      : [words({ x: middle, y: base + 41, text: mark.change, anchor, tone: 'muted' })]),
  ]
}

const drawGap = (
  { from, to }: { readonly from: number; readonly to: number },
  middle: number,
  { base, say }: Ground,
): readonly Shape[] => {
  const anchor = 'middle' as const
  return [
    aside({ x: middle, y: base - 12, text: say.noFigure, anchor }),
    aside({ x: middle, y: base + 21, text: sayYears(from, to), anchor }),
  ]
}
