import {
  aside,
  figure,
  line,
  roundUp,
  type Scene,
  type Shape,
  type Tone,
  words,
} from '@/lib/countries/drawing/scene.rules'
import {
  type Ground,
  highestOf,
  labelStep,
  ROOM,
  type Series,
  shortened,
  valuesOf,
} from './chart-ground.rules'
import type { ReportPoint } from './document.rules'
import { sayMeasure, sayValue } from './number.rules'

const TOP = 16
const FLOOR = 196
const LEFT = 3
const RIGHT = 93
/** Lines that cannot be told from each other are no drawing: from here on each has one of its own. */
export const MOST_LINES = 4
const LINES: readonly { readonly tone: Tone; readonly weight: number }[] = [
  { tone: 'full', weight: 3 },
  { tone: 'ink', weight: 1.5 },
  { tone: 'half', weight: 3 },
  { tone: 'muted', weight: 1 },
]

const strokeOf = (index: number): (typeof LINES)[number] => {
  const stroke = LINES[index]
  if (stroke === undefined) throw new Error(`no line is drawn as number ${index + 1}`)
  return stroke
}

/** The number of a line at its end, pushed apart where two end beside each other. */
const numbersAt = (ends: readonly { readonly x: number; readonly y: number; readonly number: number }[]) => {
  const sorted = ends.toSorted((a, b) => a.y - b.y)
  let last = -Infinity
  return sorted.map(({ x, y, number }): Shape => {
    last = Math.max(y + 5, last + 16)
    return figure({ x, dx: 9, y: last, text: String(number), size: 14 })
  })
}

/** Beside a name: its line, its number. */
export const LEGEND = 48

/** Which number is which line, in words above the drawing. */
const legendOf = (series: readonly Series[], room: number): readonly Shape[] =>
  series.length === 1
    ? []
    : series.flatMap(({ label }, index): readonly Shape[] => {
        const { tone, weight } = strokeOf(index)
        const y = index * 22 + 15
        return [
          line(0, y - 5, 5, y - 5, tone, weight),
          figure({ x: 5, dx: 8, y, text: String(index + 1), size: 14 }),
          words({ x: 5, dx: 24, y, text: shortened(label, room - LEGEND) }),
        ]
      })

const legendHeight = (series: readonly Series[]): number =>
  series.length === 1 ? 0 : series.length * 22 + 10

type Scale = { readonly end: number; readonly marks: readonly number[] }

const scaleLines = ({ end, marks }: Scale, { unit, language }: Pick<Ground, 'unit' | 'language'>) =>
  marks.flatMap((mark): readonly Shape[] => {
    const y = Math.round(FLOOR - ((FLOOR - TOP) * mark) / end)
    return [
      line(0, y, 100, y, mark === 0 ? 'edge' : 'hair'),
      aside({ x: 0, y: y - 4, text: sayValue(mark, unit, language), size: 12 }),
    ]
  })

const down = (shapes: readonly Shape[], by: number): readonly Shape[] =>
  shapes.map((shape) =>
    shape.kind === 'line'
      ? { ...shape, y1: shape.y1 + by, y2: shape.y2 + by }
      : { ...shape, y: shape.y + by },
  )

/** Lines by month, at most four, each with a number at its end. What was not counted leaves a gap: nothing bridges it. */
export const drawLines = (
  series: readonly Series[],
  ground: Pick<Ground, 'unit' | 'language' | 'room'>,
): Scene => {
  const count = Math.max(...series.map(({ points }) => points.length))
  const end = ground.unit === 'share' ? 1 : roundUp(Math.max(0, ...valuesOf(series)))
  // Half a person is none: a scale of counts has a middle only where it is whole.
  const marks = ground.unit === 'count' && end % 2 !== 0 ? [0, end] : [0, end / 2, end]
  const x = (index: number): number =>
    count === 1 ? 50 : LEFT + 5 + ((RIGHT - LEFT - 5) * index) / (count - 1)
  const y = (value: number): number => Math.round(FLOOR - ((FLOOR - TOP) * value) / end)
  const drawn = series.flatMap(({ points }, at): readonly Shape[] => {
    const { tone, weight } = strokeOf(at)
    const highest = series.length === 1 ? highestOf(points) : null
    return points.flatMap((point, index): readonly Shape[] => {
      if (point.value === null) return []
      const before = points[index - 1]?.value ?? null
      return [
        ...(before === null ? [] : [line(x(index - 1), y(before), x(index), y(point.value), tone, weight)]),
        { kind: 'dot', x: x(index), y: y(point.value), r: point === highest ? 5 : 3, tone },
        ...(point === highest
          ? [
              figure({
                x: x(index),
                y: y(point.value) - 9,
                text: sayValue(point.value, ground.unit, ground.language),
                anchor: 'middle',
              }),
            ]
          : []),
      ]
    })
  })
  const ends = series.flatMap(({ points }, at) => {
    const index = points.findLastIndex(({ value }) => value !== null)
    const value = points[index]?.value ?? null
    return value === null || series.length === 1 ? [] : [{ x: x(index), y: y(value), number: at + 1 }]
  })
  const longest = series.find(({ points }) => points.length === count)?.points ?? []
  const step = labelStep(longest, ROOM.phone * 0.85)
  const labels = longest.flatMap(({ label }, index) =>
    index % step === 0 ? [aside({ x: x(index), y: FLOOR + 20, text: label, anchor: 'middle' })] : [],
  )
  const head = legendHeight(series)
  return {
    width: null,
    height: head + FLOOR + 28,
    shapes: [
      ...legendOf(series, ground.room),
      ...down([...scaleLines({ end, marks }, ground), ...drawn, ...numbersAt(ends), ...labels], head),
    ],
  }
}

const STEP_MARKS = [0, 0.25, 0.5, 0.75, 1]

/** The days written below a curve: zero and at most five round numbers. */
const dayMarks = (last: number): readonly number[] => {
  const each = roundUp(last / 4)
  return Array.from({ length: Math.floor(last / each) + 1 }, (_, index) => index * each)
}

/** A survival curve, in steps and not in slopes: between two days on which something ended, nothing is known to have changed. */
export const drawSteps = (
  series: readonly Series[],
  { language, room }: Pick<Ground, 'language' | 'room'>,
): Scene => {
  const placeOf = (point: ReportPoint, index: number): number => point.at ?? index
  const last = Math.max(1, ...series.flatMap(({ points }) => points.map(placeOf)))
  const x = (at: number): number => LEFT + 5 + ((RIGHT - LEFT - 5) * at) / last
  const y = (share: number): number => Math.round((FLOOR - (FLOOR - TOP) * share) * 10) / 10
  const paths = series.map(({ points }, at) => {
    const { tone, weight } = strokeOf(at)
    const known = points.flatMap((point, index) =>
      point.value === null ? [] : [{ at: placeOf(point, index), value: point.value }],
    )
    const shapes = known.flatMap((point, index): readonly Shape[] => {
      const before = known[index - 1]
      if (before === undefined) return []
      return [
        line(x(before.at), y(before.value), x(point.at), y(before.value), tone, weight),
        line(x(point.at), y(before.value), x(point.at), y(point.value), tone, weight),
      ]
    })
    return { shapes, end: known.at(-1) }
  })
  const ends = paths.flatMap(({ end }, at) =>
    end === undefined || series.length === 1 ? [] : [{ x: x(end.at), y: y(end.value), number: at + 1 }],
  )
  const days = dayMarks(last)
  const labels = days.map((day, index) =>
    aside({
      x: x(day),
      y: FLOOR + 20,
      // The last one says what is counted, the others are its numbers.
      text: index === days.length - 1 ? sayMeasure(day, 'days', language) : sayValue(day, 'days', language),
      anchor: 'middle',
    }),
  )
  const head = legendHeight(series)
  return {
    width: null,
    height: head + FLOOR + 28,
    shapes: [
      ...legendOf(series, room),
      ...down(
        [
          ...scaleLines({ end: 1, marks: STEP_MARKS }, { unit: 'share', language }),
          ...paths.flatMap(({ shapes }) => shapes),
          ...numbersAt(ends),
          ...labels,
        ],
        head,
      ),
    ],
  }
}
