// A chart that leaves the organisation stands alone: its finding, the drawing, every contradiction and where it comes from, on one
// sheet of fixed width. What is disputed travels with the picture, so a screenshot of it still says so.

import { line, type Scene, type Shape, words } from './scene.rules'

export type Sheet = {
  readonly title: string
  readonly sentence: string
  /** Null for a list, which is then written out. */
  readonly scene: Scene | null
  readonly rows: readonly (readonly [string, string])[]
  readonly notes: readonly string[]
  readonly source: string
}

type Words = Extract<Shape, { kind: 'words' }>
export type Measure = (text: string, size: number, isStrong: boolean, isTitle: boolean) => number

export const SHEET_WIDTH = 720
const MARGIN = 36
const INNER = SHEET_WIDTH - 2 * MARGIN
/** The size from which words are a title, in the face of titles. */
export const TITLE_SIZE = 24

/** Words broken into lines that fit. A word longer than the line stays whole. */
export const wrap = (text: string, fits: (line: string) => boolean): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(/[ \n]+/)) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Where a scene lies on a sheet, in pixels. */
export type Place = { readonly left: number; readonly top: number; readonly width: number }

/** The shapes of a scene at their place: per cent become pixels of its width. */
export const placed = ({ width, shapes }: Scene, to: Place): readonly Shape[] =>
  shapes.map((shape) => moved(shape, to, width === null))

const moved = (shape: Shape, to: Place, isFluid: boolean): Shape => {
  const at = (x: number): number => to.left + (isFluid ? (x / 100) * to.width : x)
  const wide = (across: number): number => (isFluid ? (across / 100) * to.width : across)
  switch (shape.kind) {
    case 'box': {
      const width = shape.isSwatch ? shape.width : wide(shape.width)
      return { ...shape, x: at(shape.x), y: shape.y + to.top, width }
    }
    case 'line':
      return { ...shape, x1: at(shape.x1), x2: at(shape.x2), y1: shape.y1 + to.top, y2: shape.y2 + to.top }
    case 'dot':
      return { ...shape, x: at(shape.x), y: shape.y + to.top }
    case 'words':
      return { ...shape, x: at(shape.x), y: shape.y + to.top }
  }
}

const rowsScene = (rows: Sheet['rows']): Scene => ({
  width: null,
  height: rows.length * 26,
  shapes: rows.flatMap(([label, figure], index): readonly Shape[] => [
    words({ x: 0, y: index * 26 + 18, text: label }),
    words({ x: 100, y: index * 26 + 18, text: figure, anchor: 'end', isStrong: true }),
    line(0, index * 26 + 25, 100, index * 26 + 25, 'hair'),
  ]),
})

/** Everything in its place, in pixels of the sheet. */
export const layOut = (sheet: Sheet, measure: Measure): Scene & { readonly width: number } => {
  let y = MARGIN
  const shapes: Shape[] = []
  const write = (text: string, given: Partial<Words> & { readonly size: number }, leading: number): void => {
    const isTitle = given.size >= TITLE_SIZE
    const fits = (candidate: string): boolean =>
      measure(candidate, given.size, given.isStrong ?? false, isTitle) <= INNER
    for (const each of wrap(text, fits)) {
      y += leading
      shapes.push(words({ x: MARGIN, y, text: each, ...given }))
    }
  }
  write(sheet.title, { size: TITLE_SIZE, isStrong: true }, 30)
  write(sheet.sentence, { size: 15, tone: 'muted' }, 23)
  y += 20
  const scene = sheet.scene ?? rowsScene(sheet.rows)
  shapes.push(...placed(scene, { left: MARGIN, top: y, width: INNER }))
  y += scene.height + 8
  for (const note of sheet.notes) write(note, { size: 13, tone: 'ink' }, 20)
  y += 12
  shapes.push(line(MARGIN, y, SHEET_WIDTH - MARGIN, y, 'hair'))
  write(sheet.source, { size: 12, tone: 'muted' }, 20)
  return { width: SHEET_WIDTH, height: y + MARGIN, shapes }
}
