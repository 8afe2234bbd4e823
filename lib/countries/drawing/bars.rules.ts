// Bars from zero with their words above them, so that long words of four languages fit a telephone.

import type { Mark, Picture } from './picture.rules'
import { box, figure, line, type Scene, type Shape, words } from './scene.rules'

const ROW = 46

const widest = (marks: readonly Mark[]): number => Math.max(...marks.map(({ value }) => value))

/** Shares end at a hundred, on a line that goes as far: 54 of a hundred that filled the width would look like all of them. */
export const drawBars = ({ marks, isShare, words: say }: Picture): Scene => {
  const end = isShare ? Math.max(100, widest(marks)) : widest(marks)
  const shapes = marks.flatMap((mark, index): readonly Shape[] => {
    const y = index * ROW
    return [
      words({ x: 0, y: y + 16, text: mark.label, tone: mark.isRest ? 'muted' : 'ink' }),
      figure({ x: 100, y: y + 16, text: mark.said, anchor: 'end', isStrong: !mark.isRest }),
      ...(isShare ? [line(0, y + 29, 100, y + 29, 'edge')] : []),
      box(0, y + 23, (100 * mark.value) / end, 12, mark.isRest ? 'empty' : 'full'),
    ]
  })
  const below = marks.length * ROW
  if (!isShare) return { width: null, height: below, shapes }
  return {
    width: null,
    height: below + 18,
    shapes: [
      ...shapes,
      words({ x: 0, y: below + 10, text: say.scale(0), size: 12, tone: 'muted' }),
      words({ x: 100, y: below + 10, text: say.scale(end), size: 12, anchor: 'end', tone: 'muted' }),
    ],
  }
}

/** What comes to the right of the middle, what goes to its left, on one scale. */
export const drawBalance = ({ marks }: Picture): Scene => {
  const longest = widest(marks)
  const shapes = marks.flatMap((mark, index): readonly Shape[] => {
    const y = index * ROW
    const width = (50 * mark.value) / longest
    const isIn = index === 0
    return [
      words({ x: 0, y: y + 16, text: mark.label }),
      figure({ x: 100, y: y + 16, text: mark.said, anchor: 'end' }),
      box(isIn ? 50 : 50 - width, y + 23, width, 14, isIn ? 'full' : 'hatch'),
    ]
  })
  const height = marks.length * ROW
  return { width: null, height, shapes: [...shapes, line(50, 18, 50, height, 'edge')] }
}

const GROUP = 74
const START = 14
const END = 86

/** The same names at two times, side by side: the earlier one hatched, the later one full. */
export const drawGrouped = ({ marks }: Picture): Scene => {
  const longest = widest(marks)
  const labels = [...new Set(marks.map(({ label }) => label))]
  const last = Math.max(...marks.map(({ year }) => year ?? 0))
  const shapes = labels.flatMap((label, index): readonly Shape[] => {
    const y = index * GROUP
    const own = marks.filter((mark) => mark.label === label)
    return [
      words({ x: 0, y: y + 16, text: label, isStrong: true }),
      ...own.flatMap((mark, row): readonly Shape[] => {
        const at = y + 24 + row * 20
        return [
          words({ x: 0, y: at + 12, text: String(mark.year ?? ''), size: 13, tone: 'muted' }),
          box(START, at, ((END - START) * mark.value) / longest, 14, mark.year === last ? 'full' : 'hatch'),
          figure({ x: 100, y: at + 12, text: mark.said, anchor: 'end' }),
        ]
      }),
    ]
  })
  return { width: null, height: labels.length * GROUP - 6, shapes }
}
