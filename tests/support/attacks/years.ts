import type { Days } from '@/lib/statistics/joint.rules'
import { quarterOf, yearOf } from '@/lib/statistics/period.rules'
import { type GivenRecord, givenPopulation, givenRandom } from '../given/population'
import { toRecordKey } from '../record-key'
import type { Period } from './sizes'

/** A period as it is released, and as an internal report counts it: with those, too, who did not agree to be counted. */
export type GivenShare = Period & { everyone: readonly GivenRecord[] }
export type GivenYear = { quarters: readonly GivenShare[]; year: GivenShare }

/** Of the people of a quarter, how many are met in the next one too. */
const staying = 0.3
const quarters = [1, 2, 3, 4] as const

/** Held still when the period ended: neither how it ends nor how long it was is known yet. */
const held = (one: GivenRecord): GivenRecord => ({ ...one, ending: 'unknown', length: 'unknown' })

/**
 * Years of an organisation that meets so many people each quarter who agree to be counted, and so many more who do not (agreeing: the share
 * that does). Three in ten are met in the next quarter again, also over New Year; how a detention ended is known in the last quarter of
 * someone alone.
 */
export function givenYears(
  people: number,
  seed: number,
  years: number,
  agreeing: number,
): readonly GivenYear[] {
  const random = givenRandom(seed * 6_151 + people)
  const all = Math.round(people / agreeing)
  const met: number[][] = []
  let next = 1
  for (let at = 0; at < years * quarters.length; at++) {
    const stay = (met.at(-1) ?? []).filter(() => random() < staying)
    const [agreed, others] = [stay.filter((one) => one % 2 === 0), stay.filter((one) => one % 2 === 1)]
    // Even numbers agreed, odd ones did not: whether someone agrees stays with them.
    while (agreed.length < people) agreed.push(2 * next++)
    while (others.length < all - people) others.push(2 * next++ + 1)
    met.push([...agreed, ...others])
  }
  const given = givenPopulation(next, seed, new Uint8Array(32)).filter(({ unit }) => unit === 'person')
  const recordOf = (person: number): GivenRecord => {
    const one = given[Math.floor(person / 2) - 1]
    if (one === undefined) throw new Error('no one of that number')
    return { ...one, person, hh: person }
  }
  const last = new Map(met.flatMap((own, at) => own.map((person) => [person, at] as const)))
  const share = (days: Days, own: readonly (readonly [person: number, at: number])[]): GivenShare => {
    const coin = givenRandom(
      seed * 31 + Number(days.start.replaceAll('-', '')) + Number(days.end.slice(5, 7)),
    )
    const key = new Uint8Array(32).map(() => Math.floor(coin() * 256))
    const everyone = own.map(([person, at]) => {
      const one = (last.get(person) ?? at) > at ? held(recordOf(person)) : recordOf(person)
      return { ...one, rk: toRecordKey(key, `${seed}/${person}`) }
    })
    return { days, key, records: everyone.filter(({ person }) => person % 2 === 0), everyone }
  }
  return Array.from({ length: years }, (_, i) => {
    const own = met.slice(i * quarters.length, (i + 1) * quarters.length)
    const lastOf = new Map(own.flatMap((each, at) => each.map((person) => [person, i * 4 + at] as const)))
    return {
      quarters: own.map((each, at) =>
        share(
          quarterOf(2024 + i, quarters[at] ?? 1),
          each.map((person) => [person, i * 4 + at] as const),
        ),
      ),
      year: share(yearOf(2024 + i), [...lastOf]),
    }
  })
}
