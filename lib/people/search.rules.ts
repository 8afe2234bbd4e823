/** How well someone fits what was said of them. Everything adds to the score; only what is locked leaves someone out. */
import type { Day } from '@/lib/shared/dates'
import type { Chip } from './sentence.rules'

export type Searched = {
  /** How near the best of their names is, from 0 to 1. */
  readonly name: number
  readonly code: string
  /** The number that was asked for stands in this file. */
  readonly hasNumber: boolean
  readonly countries: readonly string[]
  readonly sex: string
  readonly age: { readonly from: number; readonly to: number } | null
  readonly stays: readonly {
    readonly placeId: string
    readonly since: Day | null
    readonly until: Day | null
  }[]
  readonly meetings: readonly { readonly placeId: string; readonly on: Day }[]
  readonly workerId: string
}
type Of<K extends Chip['kind']> = Extract<Chip, { kind: K }>

const WEIGHTS: Readonly<Record<Chip['kind'], number>> = {
  name: 6,
  code: 10,
  number: 10,
  country: 1.5,
  sex: 0.5,
  age: 0.8,
  place: 1,
  worker: 0.6,
  period: 0.6,
}

export const meetingIn = ({ from, to }: Of<'period'>, { meetings }: Searched): Day | null =>
  meetings.find(({ on }) => on >= from && on <= to)?.on ?? null
const wasThere = ({ placeId }: Of<'place'>, { stays, meetings }: Searched): boolean =>
  stays.some((stay) => stay.placeId === placeId) || meetings.some((met) => met.placeId === placeId)
const stayedIn = ({ from, to }: Of<'period'>, { stays }: Searched): boolean =>
  stays.some(({ since, until }) => since !== null && since <= to && (until === null || until >= from))

/** From 0 to 1; below zero what is known speaks against it. Nothing known is 0. */
export const fitOf = (chip: Chip, person: Searched): number => {
  switch (chip.kind) {
    case 'name':
      return person.name
    case 'code':
      return person.code === chip.text ? 1 : 0
    case 'number':
      return person.hasNumber ? 1 : 0
    case 'country':
      return person.countries.length === 0 ? 0 : person.countries.includes(chip.country) ? 1 : -0.4
    case 'sex':
      return person.sex === chip.sex ? 1 : person.sex === 'f' || person.sex === 'm' ? -0.8 : 0
    case 'age':
      return person.age === null ? 0 : person.age.from <= chip.to && person.age.to >= chip.from ? 1 : -0.5
    case 'place':
      return wasThere(chip, person) ? 1 : 0
    case 'worker':
      return person.workerId === chip.workerId ? 1 : 0
    case 'period':
      return meetingIn(chip, person) !== null || stayedIn(chip, person) ? 1 : 0
  }
}

/** Of what was said in two ways ("Guinean or Malian") the better one counts; someone may have been in several places. */
export const scoreOf = (chips: readonly Chip[], person: Searched): number => {
  const best = new Map<string, number>()
  for (const chip of chips) {
    const weighed = WEIGHTS[chip.kind] * fitOf(chip, person)
    const key = chip.kind === 'place' ? chip.id : chip.kind
    best.set(key, Math.max(best.get(key) ?? Number.NEGATIVE_INFINITY, weighed))
  }
  return [...best.values()].reduce((sum, weighed) => sum + weighed, 0)
}

/** Of several places one is enough: "Bruges" is a centre and a town. */
export const fitsLocked = (
  chips: readonly Chip[],
  locked: ReadonlySet<string>,
  person: Searched,
): boolean => {
  const kinds = new Set(chips.filter(({ id }) => locked.has(id)).map(({ kind }) => kind))
  return [...kinds].every((kind) =>
    chips.some(
      (chip) =>
        chip.kind === kind && locked.has(chip.id) && fitOf(chip, person) >= (kind === 'name' ? 0.7 : 1),
    ),
  )
}
