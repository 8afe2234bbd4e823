/** A signature drawn on screen: lines through whole points of a box, as "x,y x,y;x,y x,y". No picture is sent or kept. */

export const WIDTH = 600
export const HEIGHT = 200
const MOST_STROKES = 60
const MOST_POINTS = 1500
/** Smaller than this in both directions is a slip of the finger. */
const LEAST_SIZE = 20

export type Point = readonly [x: number, y: number]
export type Strokes = readonly (readonly Point[])[]

const POINT = /^(\d{1,3}),(\d{1,3})$/
const toPoint = (text: string): Point | null => {
  const [, x, y] = POINT.exec(text) ?? []
  const point = [Number(x), Number(y)] as const
  return x !== undefined && point[0] <= WIDTH && point[1] <= HEIGHT ? point : null
}

/** The longest that a drawing within the limits can be. */
export const MOST_LETTERS = MOST_POINTS * '600,200 '.length

/** The lines of a drawing, or null for anything that is none: too many points, outside the box, other letters. */
export const readStrokes = (drawing: string): Strokes | null => {
  if (drawing.length > MOST_LETTERS) return null
  const strokes = drawing.split(';').map((stroke) => stroke.split(' ').map(toPoint))
  const whole = strokes.map((stroke) => stroke.filter((point) => point !== null))
  const points = strokes.reduce((sum, stroke) => sum + stroke.length, 0)
  const isWhole = whole.reduce((sum, stroke) => sum + stroke.length, 0) === points
  return isWhole && strokes.length <= MOST_STROKES && points <= MOST_POINTS ? whole : null
}

const spread = (all: readonly number[]): number => Math.max(...all) - Math.min(...all)
/** Whether something is drawn that can be seen; a cross is enough. */
export const isSignature = (drawing: string): boolean => {
  const points = readStrokes(drawing)?.flat() ?? []
  return (
    points.length > 1 &&
    Math.max(spread(points.map(([x]) => x)), spread(points.map(([, y]) => y))) >= LEAST_SIZE
  )
}

export const writeStrokes = (strokes: Strokes): string =>
  strokes.map((stroke) => stroke.map((point) => point.join(',')).join(' ')).join(';')

/** The same with one more point, at the end of the last line or as the start of a new one; unchanged at the limits and for a point on the last one. */
export const withPoint = (drawing: string, [x, y]: Point, isNew: boolean): string => {
  const strokes = drawing === '' ? [] : (readStrokes(drawing) ?? [])
  const at: Point = [
    Math.min(WIDTH, Math.max(0, Math.round(x))),
    Math.min(HEIGHT, Math.max(0, Math.round(y))),
  ]
  const last = strokes.at(-1)
  const end = last?.at(-1)
  if (!isNew && end !== undefined && Math.hypot(end[0] - at[0], end[1] - at[1]) < 2) return drawing
  const next = isNew || last === undefined ? [...strokes, [at]] : [...strokes.slice(0, -1), [...last, at]]
  return next.length > MOST_STROKES || next.flat().length > MOST_POINTS ? drawing : writeStrokes(next)
}

/** As the `d` of an SVG path: every number in it is one of ours. */
export const toPath = (strokes: Strokes): string =>
  strokes
    .map(([first, ...others]) =>
      first === undefined
        ? ''
        : `M${first.join(' ')}${others.length === 0 ? 'h1' : others.map((point) => `L${point.join(' ')}`).join('')}`,
    )
    .join('')
