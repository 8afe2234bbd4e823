// A drawing before it is drawn: shapes with their places, the same for the page, for a picture file and for paper. Across,
// places are per cent of the width, so that letters keep their size on a telephone; a scene with a width of its own uses pixels.

import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** How something is filled or written. Tones differ in grey too: full, half, light with an edge, hatched, empty with an edge. */
export const TONES = vocabulary('countries.tones', [
  'full',
  'half',
  'light',
  'hatch',
  'empty',
  'ink',
  'muted',
  'edge',
  'hair',
])
export type Tone = CodeOf<typeof TONES>

export type Shape =
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly tone: Tone
      /** A width in pixels where the scene counts in per cent. */
      readonly isSwatch?: boolean
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly x2: number
      readonly y1: number
      readonly y2: number
      readonly tone: Tone
      readonly weight: number
    }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly r: number; readonly tone: Tone }
  | {
      readonly kind: 'words'
      readonly x: number
      /** Pixels added to the place across. */
      readonly dx: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly isStrong: boolean
      readonly anchor: 'start' | 'middle' | 'end'
      readonly tone: Tone
    }

export type Scene = {
  readonly width: number | null
  readonly height: number
  readonly shapes: readonly Shape[]
}

type Words = { readonly x: number; readonly y: number; readonly text: string } & Partial<
  Extract<Shape, { kind: 'words' }>
>

export const words = (given: Words): Shape => ({
  kind: 'words',
  dx: 0,
  size: 14,
  isStrong: false,
  anchor: 'start',
  tone: 'ink',
  ...given,
})

export const figure = (given: Words): Shape => words({ size: 15, isStrong: true, ...given })

/** Something quiet beside the figures: years, scales, that a figure is missing. */
export const aside = (given: Words): Shape => words({ size: 13, tone: 'muted', ...given })

/** What is said of years for which there is no figure. */
export const sayYears = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`)

export const box = (x: number, y: number, width: number, height: number, tone: Tone): Shape => ({
  kind: 'box',
  x,
  y,
  width,
  height,
  tone,
})

export const line = (x1: number, y1: number, x2: number, y2: number, tone: Tone, weight = 1): Shape => ({
  kind: 'line',
  x1,
  x2,
  y1,
  y2,
  tone,
  weight,
})

const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The end of a scale: the next round number, so that the longest mark nearly fills it and nothing is cut. */
export const roundUp = (value: number): number => {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = STEPS.find((each) => each * power >= value) ?? 10
  return step * power
}
