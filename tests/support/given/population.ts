import type { EventAtom, PersonAtom } from '@/lib/statistics/cube.rules'
import { addKeys } from '@/lib/statistics/cube.rules'
import { type Domains, guardianshipSteps, traffickingSteps } from '@/lib/statistics/hierarchy.rules'
import type { Dimension, Measure, Unit } from '@/lib/statistics/measure.rules'

import type { Atoms } from '@/lib/statistics/table.rules'
import { toRecordKey } from '../record-key'

/** A row of a snapshot as the tests invent it; the same shape as sdc_record. */
export type GivenRecord = {
  unit: Unit
  person: number
  rk: number
  event: number | null
  eventKey: number | null
  hh: number
  centre: string | null
  nationality: string | null
  ageBand: string
  topic: string | null
  signal: string | null
  step: string | null
  sex: string | null
  office: string | null
  ending: string | null
  length: string | null
}

export const givenDomains: Domains = {
  office: ['office-1', 'office-2', 'office-3'],
  centre: ['north', 'south', 'east', 'west', 'hill', 'lake'],
  topic: ['asylum_procedure', 'health', 'family', 'legal_aid', 'removal', 'conditions', 'food', 'other'],
  signal: ['suicide_risk', 'no_lawyer', 'family_separation', 'medical_neglect', 'minor_detained'],
}

/** Mulberry32: small, seeded, good enough to invent people. */
export function givenRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const countries = ['MA', 'GN', 'AF', 'AL', 'ER', 'SY', 'PS', 'BR', 'CM', 'TN', 'GE', 'BI', 'XXA', 'unknown']

function skewed(list: readonly string[], u: number): string {
  const weights = list.map((_, i) => 1 / (i + 1))
  let rest = u * weights.reduce((a, b) => a + b, 0)
  for (const [i, weight] of weights.entries()) {
    rest -= weight
    if (rest <= 0) return list[i] ?? ''
  }
  return list[list.length - 1] ?? ''
}

/** By a chance of its own, so that everyone else stays who they were: one in eight is a woman, four in ten are held still or were never. */
function givenDetention(random: () => number): Pick<GivenRecord, 'sex' | 'office' | 'ending' | 'length'> {
  const chance = random()
  const sex = chance < 0.02 ? 'unknown' : chance < 0.15 ? 'f' : 'm'
  const ending = skewed(['unknown', 'other_end', 'removed'], random())
  const length =
    ending === 'unknown' ? skewed(['unknown', '29+'], random()) : skewed(['0-28', '29+', 'unknown'], random())
  return { sex, office: skewed(givenDomains.office, random()), ending, length }
}

/** n invented people with their encounters, visits, topics and signals. */
export function givenPopulation(n: number, seed: number, key: Uint8Array): GivenRecord[] {
  const random = givenRandom(seed)
  const visits = new Map<string, number>()
  const records: GivenRecord[] = []
  let encounters = 0
  for (let person = 1; person <= n; person++) {
    const centre = skewed([...givenDomains.centre, 'elsewhere'], random())
    const given = givenDetention(givenRandom(seed * 1_009 + person))
    const base: GivenRecord = {
      unit: 'person',
      person,
      rk: toRecordKey(key, `${seed}/${person}`),
      event: null,
      eventKey: null,
      hh: random() < 0.9 ? person : Math.max(1, person - 1),
      centre,
      nationality: skewed(countries, random()),
      ageBand: skewed(
        ['25-34', '18-24', '35-44', '45-59', '16-17', '60+', '14-15', 'unknown', '0-9'],
        random(),
      ),
      topic: null,
      signal: null,
      step: null,
      ...given,
      office: null,
      ending: null,
      length: null,
    }
    records.push({ ...base, ...given })
    const seen = new Set<number>()
    const met = 1 + Math.floor(random() * 5)
    for (let i = 0; i < met; i++) {
      const where = random() < 0.85 ? centre : skewed(givenDomains.centre, random())
      const visit = `${where}/${Math.floor(random() * 45)}`
      if (!visits.has(visit)) visits.set(visit, visits.size + 1)
      encounters += 1
      records.push({
        ...base,
        unit: 'encounter',
        centre: where,
        event: encounters,
        eventKey: toRecordKey(key, `e/${seed}/${encounters}`),
      })
      const number = visits.get(visit) ?? 0
      if (!seen.has(number)) {
        seen.add(number)
        records.push({
          ...base,
          unit: 'visit',
          centre: where,
          event: number,
          eventKey: toRecordKey(key, `v/${seed}/${visit}`),
        })
      }
    }
    const topics = new Set(Array.from({ length: 3 }, () => skewed(givenDomains.topic, random())))
    for (const topic of topics) records.push({ ...base, unit: 'topic', topic })
    if (random() < 0.3)
      records.push({ ...base, unit: 'signal', signal: skewed(givenDomains.signal, random()) })
    // By number and not by chance, so that everyone else stays who they were.
    for (const [i, step] of Object.keys(guardianshipSteps).entries())
      if (person % (i + 2) === 0) records.push({ ...base, unit: 'guardianship', step })
    for (const [i, step] of Object.keys(traffickingSteps).entries())
      if (person % (2 * i + 3) === 0) records.push({ ...base, unit: 'trafficking', step })
  }
  return records
}

const leafOf = (record: GivenRecord, dimension: Dimension): string =>
  (isStep(dimension) ? record.step : record[columns[dimension]]) ?? ''

const columns = {
  centre: 'centre',
  nationality: 'nationality',
  age: 'ageBand',
  topic: 'topic',
  signal: 'signal',
  sex: 'sex',
  office: 'office',
  end: 'ending',
  length: 'length',
} as const satisfies Readonly<Record<Exclude<Dimension, 'guardianship' | 'trafficking'>, keyof GivenRecord>>

const isStep = (dimension: Dimension): dimension is 'guardianship' | 'trafficking' =>
  dimension === 'guardianship' || dimension === 'trafficking'

/** What the SQL of the room does, said again in plain loops. */
export function toAtoms(
  records: readonly GivenRecord[],
  measure: Measure,
  dimensions: readonly Dimension[],
): Atoms {
  const rows = records.filter((record) => record.unit === measure.unit)
  const people = new Map<number, GivenRecord[]>()
  for (const row of rows) people.set(row.person, [...(people.get(row.person) ?? []), row])
  const persons = new Map<string, PersonAtom>()
  for (const own of people.values()) {
    const [first] = own
    if (!first) continue
    const leaves = dimensions.map((one) => [...new Set(own.map((row) => leafOf(row, one)))].sort())
    const before = persons.get(JSON.stringify(leaves)) ?? { leaves, persons: 0, key: 0, households: [] }
    persons.set(JSON.stringify(leaves), {
      leaves,
      persons: before.persons + 1,
      key: addKeys(before.key, first.rk),
      households: [...new Set([...before.households, first.hh])].slice(0, 5),
    })
  }
  if (measure.counts === 'persons') return { persons: [...persons.values()], events: [] }
  const events = new Map<
    string,
    { leaves: string[]; keys: Map<number, number>; shares: Map<number, number> }
  >()
  const crowd = new Map<number, number>()
  for (const row of rows) crowd.set(row.event ?? 0, (crowd.get(row.event ?? 0) ?? 0) + 1)
  for (const row of rows) {
    const leaves = dimensions.map((one) => leafOf(row, one))
    const atom = events.get(JSON.stringify(leaves)) ?? { leaves, keys: new Map(), shares: new Map() }
    atom.keys.set(row.event ?? 0, row.eventKey ?? 0)
    const share = 1 / (crowd.get(row.event ?? 0) ?? 1)
    atom.shares.set(row.person, (atom.shares.get(row.person) ?? 0) + share)
    events.set(JSON.stringify(leaves), atom)
  }
  return {
    persons: [...persons.values()],
    events: [...events.values()].map(
      ({ leaves, keys, shares }): EventAtom => ({
        leaves,
        events: keys.size,
        key: [...keys.values()].reduce(addKeys, 0),
        largest: Math.max(...shares.values()),
      }),
    ),
  }
}
