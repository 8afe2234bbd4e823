// Parts of a whole: one bar cut into parts, a square of a hundred, or the regions of a country from north to south.

import type { Picture } from './picture.rules'
import { box, figure, type Scene, type Shape, type Tone, words } from './scene.rules'

const ORDER: readonly Tone[] = ['full', 'hatch', 'light']
const BAR = 34
const ROW = 26

/** One bar, with its legend beneath in the order of the parts. */
export const drawParts = ({ marks, whole }: Picture): Scene => {
  const sum = Math.max(
    whole,
    marks.reduce((all, { value }) => all + value, 0),
  )
  const toneOf = (index: number): Tone => {
    if (marks[index]?.isRest) return 'empty'
    // After what was there already, what comes is hatched: it is planned and not built.
    const drawn = marks.slice(0, index).filter(({ isRest }) => !isRest).length
    return ORDER[(drawn + (marks[0]?.isRest ? 1 : 0)) % ORDER.length] ?? 'full'
  }
  const starts = marks.map((_, index) =>
    marks.slice(0, index).reduce((before, { value }) => before + (100 * value) / sum, 0),
  )
  const bar = marks.map((mark, index) =>
    box(starts[index] ?? 0, 2, (100 * mark.value) / sum, BAR, toneOf(index)),
  )
  const legend = marks.flatMap((mark, index): readonly Shape[] => {
    const y = BAR + 16 + index * ROW
    return [
      { kind: 'box', x: 0, y, width: 14, height: 14, tone: toneOf(index), isSwatch: true },
      words({ x: 0, dx: 24, y: y + 12, text: mark.label }),
      figure({ x: 100, y: y + 12, text: mark.said, anchor: 'end' }),
    ]
  })
  return { width: null, height: BAR + 16 + marks.length * ROW, shapes: [...bar, ...legend] }
}

const CELL = 16
const PITCH = 18

/** A hundred squares, filled row by row from the top; the last one in part. */
export const drawWaffle = ({ marks }: Picture): Scene => {
  const [mark] = marks
  const value = mark?.value ?? 0
  const cells = Array.from({ length: 100 }, (_, index): readonly Shape[] => {
    const x = (index % 10) * PITCH + 1
    const y = Math.floor(index / 10) * PITCH + 1
    const filled = Math.min(1, Math.max(0, value - index))
    return [box(x, y, CELL, CELL, 'empty'), ...(filled === 0 ? [] : [box(x, y, CELL * filled, CELL, 'full')])]
  })
  return {
    width: 252,
    height: PITCH * 10,
    shapes: [...cells.flat(), figure({ x: 188, y: 18, text: mark?.said ?? '', size: 17 })],
  }
}

const TILE = 62

/** Regions from north to south, each filled by its own share: place and order, no borders, because area says nothing here. */
export const drawTiles = ({ marks }: Picture): Scene => ({
  width: null,
  height: marks.length * TILE,
  shapes: marks.flatMap((mark, index): readonly Shape[] => {
    const y = index * TILE
    return [
      box(0, y + 1, 100, TILE - 8, 'empty'),
      box(0, y + TILE - 19, mark.value, 12, 'full'),
      words({ x: 0, dx: 12, y: y + 27, text: mark.label, size: 15 }),
      figure({ x: 100, dx: -12, y: y + 27, text: mark.said, size: 17, anchor: 'end' }),
    ]
  }),
})
