import { newId } from '@/lib/shared/ids'
import { givenRandom } from './given/population'
import type { Row, Table } from './given/rows'
import { plus } from './recounts/calendar'

// Chance, and days as a random organisation has them. The same seed draws the same.

/** Periods that the days drawn here like to touch. */
export const PERIODS = {
  year: { from: '2026-01-01', until: '2026-12-31' },
  quarter: { from: '2026-04-01', until: '2026-06-30' },
  month: { from: '2026-05-01', until: '2026-05-31' },
  day: { from: '2026-05-14', until: '2026-05-14' },
} as const
export const EDGES = Object.values(PERIODS).flatMap(({ from, until }) => [
  plus(from, -1),
  from,
  until,
  plus(until, 1),
])

export type RandomDraw = ReturnType<typeof openDraw>
export const openDraw = (seed: number) => {
  const random = givenRandom(seed)
  const int = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1))
  const chance = (p: number): boolean => random() < p
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const maybe = <T>(p: number, make: () => T): T | null => (chance(p) ? make() : null)
  return {
    int,
    chance,
    pick,
    maybe,
    some: <T>(list: readonly T[], p: number): T[] => list.filter(() => chance(p)),
    id: (): string =>
      newId(
        1_780_000_000_000 + int(0, 1_000_000),
        Buffer.from(Array.from({ length: 16 }, () => int(0, 255))),
      ),
    /** At an edge of a period, or anywhere from November 2025 to January 2027. */
    day: (): string => (chance(0.35) ? pick(EDGES) : plus('2025-11-01', int(0, 440))),
  }
}

/** A moment of a day, often so late that in Brussels it is the next one. */
export const momentOn = (draw: RandomDraw, day: string): string =>
  `${day}T${draw.pick(['09:12', '21:30', '22:30', '23:40'])}:0${draw.int(0, 9)}Z`

/** Five columns of a day as people know it (prisma/sql/functions/…/is_when.sql). */
export const whenOf = (draw: RandomDraw, day: string, exact: boolean) => {
  const said = (code: string, from: string, to: string) => ({
    onWhen: code,
    onFrom: from,
    onTo: to,
    onText: code,
    onBasis: 'said',
  })
  const none = { onFrom: null, onTo: null, onText: null, onBasis: null }
  if (exact || draw.chance(0.55)) return said(day, day, day)
  const to = plus(day, draw.int(0, 40))
  switch (draw.int(0, 3)) {
    case 0: {
      const month = day.slice(0, 7)
      const next = plus(`${month}-28`, 4).slice(0, 7)
      return said(month, `${month}-01`, plus(`${next}-01`, -1))
    }
    case 1:
      return said(`${day}/${to}`, day, to)
    case 2:
      return { onWhen: 'not_known', ...none }
    default:
      return { onWhen: null, ...none }
  }
}

export type Office = { readonly id: string; readonly workers: readonly string[] }
export type File = {
  readonly id: string
  readonly officeId: string
  readonly workerId: string
  readonly secrecy: 'open' | 'restricted' | 'sealed'
  readonly status: string
  readonly people: string[]
}

/** What every part of a random organisation is invented from, and where its rows go. */
export type Invention = {
  readonly draw: RandomDraw
  readonly add: (table: Table, row: Row) => void
  readonly organisationId: string
  readonly offices: readonly [Office, Office]
  /** The workers of all offices. */
  readonly everyone: readonly string[]
  readonly leads: readonly string[]
  readonly places: readonly string[]
  /** The moment so many days from now. */
  readonly inDays: (days: number) => string
}
