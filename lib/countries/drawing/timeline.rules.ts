// Laws through time, a band for each theme on one scale of years: how many of a year, and what only changes another one.

import type { LawGroup } from '../law.rules'
import { line, type Scene, type Shape, words } from './scene.rules'

const LEFT = 4
const RIGHT = 96
const STEP = 17
/** Nearer than this, two years would be written over each other on a telephone. */
const ROOM = 13

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

export const drawTimeline = (bands: readonly Band[]): Scene => {
  const years = bands.flatMap(({ marks }) => marks.map(({ year }) => year))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const x = (year: number): number =>
    last === first ? 50 : LEFT + ((RIGHT - LEFT) * (year - first)) / (last - first)
  let top = 0
  const shapes: Shape[] = []
  for (const { label, marks } of bands) {
    const stacked = new Map<number, number>()
    const places = marks.map((mark) => {
      const height = stacked.get(mark.year) ?? 0
      stacked.set(mark.year, height + 1)
      return { ...mark, height }
    })
    const base = top + 30 + STEP * Math.max(1, ...stacked.values())
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
