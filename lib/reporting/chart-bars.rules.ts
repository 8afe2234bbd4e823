import { aside, box, figure, line, type Scene, type Shape, words } from '@/lib/countries/drawing/scene.rules'
import { wrap } from '@/lib/countries/drawing/sheet.rules'
import { type Ground, highestOf, labelStep, shortened, widthOf, withinRoom } from './chart-ground.rules'
import { isSmall, type ReportPoint } from './document.rules'
import { sayValue } from './number.rules'

const toneOf = (
  point: ReportPoint,
  highest: ReportPoint | null,
  { unit }: Pick<Ground, 'unit'>,
): 'hatch' | 'full' | 'half' => {
  if (unit === 'count' && isSmall(point.value)) return 'hatch'
  return point === highest ? 'full' : 'half'
}

export const TALLEST = { page: 126, panel: 84 } as const
/** Room above the longest column for its number. */
const NUMBER = 26
const WIDE = 0.66

export const fitsColumns = (points: readonly ReportPoint[], ground: Ground): boolean => {
  const slot = ground.room / points.length
  const numbers = points.map(({ value }) => widthOf(sayValue(value, ground.unit, ground.language)))
  return labelStep(points, ground.room) === 1 && Math.max(...numbers) <= slot + 2
}

/** Columns from zero, each with its number above it. */
const drawColumns = (points: readonly ReportPoint[], ground: Ground): Scene => {
  const slot = 100 / points.length
  const base = ground.tallest + NUMBER
  const step = labelStep(points, ground.room)
  const highest = highestOf(points)
  const saysAll = points.every(
    ({ value }) => widthOf(sayValue(value, ground.unit, ground.language)) <= ground.room / points.length + 2,
  )
  const shapes = points.flatMap((point, index): readonly Shape[] => {
    const middle = index * slot + slot / 2
    const height = Math.round((ground.tallest * (point.value ?? 0)) / ground.end)
    const said = sayValue(point.value, ground.unit, ground.language)
    const number = { x: middle, y: base - height - 8, text: said, size: 14, anchor: 'middle' } as const
    return [
      ...(height > 0
        ? [
            box(
              middle - (slot * WIDE) / 2,
              base - height,
              slot * WIDE,
              height,
              toneOf(point, highest, ground),
            ),
          ]
        : []),
      ...(point.value === null ? [aside(number)] : []),
      ...(point.value !== null && (saysAll || point === highest) ? [figure(number)] : []),
      ...(index % step === 0
        ? [aside({ y: base + 20, text: point.label, ...withinRoom(middle, point.label, ground.room) })]
        : []),
    ]
  })
  return { width: null, height: base + 28, shapes: [...shapes, line(0, base, 100, base, 'edge')] }
}

/** Of a row: its bar with the space below, and each line of its name. */
const BAR = 26
const LINE = 20
/** Beside a name of a row, for its number. */
const BESIDE = 66
export const fitsRow = (label: string, { room }: Pick<Ground, 'room'>): boolean =>
  widthOf(label) <= room - BESIDE

/** A name in two lines at most. */
const namedIn = (label: string, room: number): readonly string[] => {
  const [first = '', ...rest] = wrap(label, (line) => widthOf(line) <= room)
  return rest.length === 0
    ? [shortened(first, room)]
    : [shortened(first, room), shortened(rest.join(' '), room)]
}

/** Bars from zero with their words above them: long words of four languages fit a phone. */
const drawRows = (points: readonly ReportPoint[], ground: Ground, highest = highestOf(points)): Scene => {
  let top = 0
  const shapes = points.flatMap((point): readonly Shape[] => {
    const lines = namedIn(point.label, ground.room - BESIDE)
    const y = top
    const bar = y + lines.length * LINE + 3
    top = bar - 3 + BAR
    const width = (100 * (point.value ?? 0)) / ground.end
    const said = sayValue(point.value, ground.unit, ground.language)
    return [
      ...lines.map((text, at) => words({ x: 0, y: y + at * LINE + 16, text })),
      figure({ x: 100, y: bar - 7, text: said, anchor: 'end' }),
      line(0, bar, 0, bar + 14, 'edge'),
      ...(width > 0 ? [box(0, bar + 1, width, 12, toneOf(point, highest, ground))] : []),
    ]
  })
  return { width: null, height: top, shapes }
}

/** More rows than a page of paper holds are drawn in parts, on one scale. */
const MOST_ROWS = 16

const drawRowParts = (points: readonly ReportPoint[], ground: Ground): readonly Scene[] => {
  const parts = Math.ceil(points.length / MOST_ROWS)
  const each = Math.ceil(points.length / parts)
  return Array.from({ length: parts }, (_, part) =>
    drawRows(points.slice(part * each, (part + 1) * each), ground, highestOf(points)),
  )
}

export const drawBars = (points: readonly ReportPoint[], ground: Ground): readonly Scene[] =>
  fitsColumns(points, ground) ? [drawColumns(points, ground)] : drawRowParts(points, ground)

/** Months are columns even where not every number fits above them; long names are rows. */
export const drawPanel = (points: readonly ReportPoint[], ground: Ground): Scene =>
  points.every(({ label }) => label.length <= 6) ? drawColumns(points, ground) : drawRows(points, ground)
