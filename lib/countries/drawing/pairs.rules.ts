// Two shares of the same name on one line: ours full, theirs empty with an edge, and a thread between them that says nothing
// about good or bad. What is not given has no dot: one at zero would be read as a small number.

import { aside, figure, line, roundUp, type Scene, type Shape, words } from './scene.rules'

export type PairMark = {
  readonly label: string
  readonly ours: { readonly value: number; readonly said: string } | null
  readonly theirs: { readonly value: number; readonly said: string } | null
}
type BothSides = { readonly ours: string; readonly theirs: string }
export type PairWords = {
  readonly names: BothSides
  /** The names with what belongs to them, at the head of the drawing. */
  readonly legend: BothSides
  readonly none: string
  readonly scale: (value: number) => string
}

const HEAD = 58
const ROW = 84
const LEFT = 2
const WIDTH = 96

/** Figures at the edges turn inwards, so that none leaves the drawing. */
const anchorOf = (x: number): 'start' | 'middle' | 'end' => {
  if (x < 8) return 'start'
  return x > 92 ? 'end' : 'middle'
}

export const drawPairs = (pairs: readonly PairMark[], say: PairWords): Scene => {
  const values = pairs.flatMap(({ ours, theirs }) => [ours?.value ?? 0, theirs?.value ?? 0])
  const end = Math.min(100, roundUp(Math.max(0, ...values)))
  const at = (value: number): number => LEFT + (WIDTH * value) / end
  const full = (x: number, y: number): Shape => ({ kind: 'dot', x, y, r: 7, tone: 'full' })
  // A ring, thick enough to be seen on a dark ground.
  const hollow = (x: number, y: number): readonly Shape[] => [
    { kind: 'dot', x, y, r: 7, tone: 'muted' },
    { kind: 'dot', x, y, r: 4.5, tone: 'empty' },
  ]
  const rows = pairs.flatMap(({ label, ours, theirs }, index): readonly Shape[] => {
    const y = HEAD + index * ROW
    const track = y + 48
    const none = [
      ...(ours === null ? [`${say.names.ours}: ${say.none}`] : []),
      ...(theirs === null ? [`${say.names.theirs}: ${say.none}`] : []),
    ]
    return [
      words({ x: 0, y: y + 14, text: label, isStrong: true }),
      ...none.map((text, at) => aside({ x: 100, y: y + 14 + at * 17, text, anchor: 'end' })),
      line(LEFT, track, LEFT + WIDTH, track, 'hair'),
      ...(ours === null || theirs === null
        ? []
        : [line(at(ours.value), track, at(theirs.value), track, 'edge', 3)]),
      ...(theirs === null
        ? []
        : [
            ...hollow(at(theirs.value), track),
            words({
              x: at(theirs.value),
              y: track + 23,
              text: theirs.said,
              anchor: anchorOf(at(theirs.value)),
            }),
          ]),
      // Ours last: where both are alike, the full dot is seen and the other figure stands under it.
      ...(ours === null
        ? []
        : [
            full(at(ours.value), track),
            figure({ x: at(ours.value), y: track - 13, text: ours.said, anchor: anchorOf(at(ours.value)) }),
          ]),
    ]
  })
  const bottom = HEAD + pairs.length * ROW
  return {
    width: null,
    height: bottom + 16,
    shapes: [
      full(LEFT, 12),
      words({ x: LEFT, dx: 16, y: 17, text: say.legend.ours }),
      ...hollow(LEFT, 36),
      words({ x: LEFT, dx: 16, y: 41, text: say.legend.theirs }),
      ...rows,
      line(LEFT, bottom - 6, LEFT + WIDTH, bottom - 6, 'edge'),
      words({ x: LEFT, y: bottom + 10, text: say.scale(0), size: 12, tone: 'muted' }),
      aside({ x: LEFT + WIDTH, y: bottom + 10, text: say.scale(end), size: 12, anchor: 'end' }),
    ],
  }
}
