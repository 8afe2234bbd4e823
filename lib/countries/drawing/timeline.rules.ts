// Laws through time, a band for each theme on one scale of years: how many of a year, and what only changes another one.

import type { LawGroup } from '../law.rules'
import { line, type Scene, type Shape, words } from './scene.rules'

// Half a year of four digits has room beside the first and the last dot on a telephone.
const LEFT = 7
const RIGHT = 93
const STEP = 17
/** Nearer than this, two years would be written over each other on a telephone. */
const ROOM = 13

/** Dots nearer than this touch on a telephone (320 pixels, a dot of fourteen): they stand above each other. */
const TOUCH = 5.5

type Mark = { readonly year: number; readonly isChange: boolean }
export type Band = { readonly label: string; readonly marks: readonly Mark[] }

/** The dated laws of each theme, oldest first; a law of which no year is known has no place. */
export const toBands = (
  groups: readonly LawGroup[],
  label: (theme: LawGroup['theme']) => string,
): readonly Band[] =>
  groups.map(({ theme, laws }) => ({
    label: label(theme),
    marks: laws
      .flatMap(({ law, amendments }) => [law, ...amendments])
      .flatMap((law) => {
        const year = law.date === null ? law.year : Number(law.date.slice(0, 4))
        return year === null ? [] : [{ year, isChange: law.amends !== null }]
      })
      .toSorted((a, b) => a.year - b.year),
  }))

/** The year of most laws, the latest of several; null when no year is known. */
export const busiestOf = (
  bands: readonly Band[],
): { readonly year: number; readonly count: number } | null => {
  const counts = new Map<number, number>()
  for (const { year } of bands.flatMap(({ marks }) => marks)) counts.set(year, (counts.get(year) ?? 0) + 1)
  const [most] = [...counts].toSorted(([a, n], [b, m]) => m - n || b - a)
  return most === undefined ? null : { year: most[0], count: most[1] }
}

const yearsSaid = (marks: readonly Mark[], x: (year: number) => number): readonly number[] => {
  const said: number[] = []
  for (const { year } of marks) {
    const before = said.at(-1)
    if (before === undefined || x(year) - x(before) >= ROOM) said.push(year)
  }
  return said
}

/** Each mark in its year, as low as no other dot touches it. */
const stack = (
  marks: readonly Mark[],
  x: (year: number) => number,
): readonly (Mark & { readonly height: number })[] => {
  const placed: (Mark & { readonly height: number })[] = []
  for (const mark of marks) {
    const near = placed.filter(({ year }) => Math.abs(x(year) - x(mark.year)) < TOUCH)
    let height = 0
    while (near.some((one) => one.height === height)) height += 1
    placed.push({ ...mark, height })
  }
  return placed
}

export const drawTimeline = (bands: readonly Band[]): Scene => {
  const years = bands.flatMap(({ marks }) => marks.map(({ year }) => year))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const x = (year: number): number =>
    last === first ? 50 : LEFT + ((RIGHT - LEFT) * (year - first)) / (last - first)
  let top = 0
  const shapes: Shape[] = []
  for (const { label, marks } of bands) {
    const places = stack(marks, x)
    const base = top + 30 + STEP * (1 + Math.max(0, ...places.map(({ height }) => height)))
    shapes.push(
      words({ x: 0, y: top + 16, text: label, isStrong: true }),
      line(0, base, 100, base, 'edge'),
      ...places.map(
        ({ year, height, isChange }): Shape => ({
          kind: 'dot',
          x: x(year),
          y: base - 9 - height * STEP,
          r: 7,
          tone: isChange ? 'light' : 'full',
        }),
      ),
      ...yearsSaid(marks, x).map((year) =>
        words({ x: x(year), y: base + 18, text: String(year), size: 13, anchor: 'middle', tone: 'muted' }),
      ),
    )
    top = base + 30
  }
  return { width: null, height: top, shapes }
}

/** The drawing in words. */
export const sayTimeline = (bands: readonly Band[]): string =>
  bands.map(({ label, marks }) => `${label}: ${marks.map(({ year }) => year).join(', ')}`).join('. ')
