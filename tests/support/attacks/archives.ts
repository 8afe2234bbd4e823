import type { Certificate } from '@/lib/statistics/certificate.rules'
import { addKeys, cellKey, tabulate } from '@/lib/statistics/cube.rules'
import { publicPolicy } from '@/lib/statistics/disclosure.rules'
import { total } from '@/lib/statistics/hierarchy.rules'
import { findBreakdown, measures } from '@/lib/statistics/measure.rules'
import { findAsked } from '@/lib/statistics/question.rules'
import { toUniform } from '@/lib/statistics/snapshot-key'
import type { System } from '@/lib/statistics/statement.rules'
import { roundNamed } from '@/lib/statistics/table.rules'
import { givenRandom, toAtoms } from '../given/population'
import { toRecordKey } from '../record-key'
import {
  certify,
  type Organisation,
  type PublishedTables,
  protect,
  releaseOne,
  type Snapshot,
} from './organisations'

/** How many numbers an attack read closer than they were promised, of how many it looked at. */
export type Read = { narrow: number; of: number }

const truthOf = (
  snapshot: Snapshot,
  code: string,
  { axes }: PublishedTables['table'] & object,
): ReadonlyMap<string, number> => {
  const asked = findAsked(code)
  const measure = measures[asked?.measure ?? 'peopleByAge']
  const by = findBreakdown(measure, asked?.also ?? []) ?? []
  const places = axes.map((axis) => by.indexOf(axis.dimension))
  const counts = tabulate(
    axes,
    toAtoms(snapshot.records, measure, by).persons.map((atom) => ({
      ...atom,
      leaves: places.map((at) => atom.leaves[at] ?? []),
    })),
    [],
  )
  return new Map([...counts].map(([cell, one]) => [cell, one.persons]))
}

/** What the witnesses of a certificate say of a confidential cell, where its group can be added up from their columns. */
function readWitnesses(system: System, at: number, { witnesses }: Certificate): [number, number] {
  const columns = new Set(system.statements[at]?.plus ?? [])
  const values = witnesses.map((witness) =>
    witness.reduce((sum, { column, value }) => (columns.has(column) ? sum + value : sum), 0),
  )
  return [Math.min(...values), Math.max(...values)]
}

/**
 * B1. Someone has one public archive and reads the witnesses of its certificate as what a confidential table says. That table was
 * released before; whether the certificate would be another one without it says whether it tells anything of it.
 */
export async function readConfidential(
  organisation: Organisation,
  from: 'public' | 'everything',
): Promise<Read> {
  const snapshot = organisation.quarters.at(-1) ?? organisation.year
  const code = 'partner/peopleByAge/age/all'
  const secret = await releaseOne(organisation, [], snapshot, code)
  if (secret === null) return { narrow: 0, of: 0 }
  const own = await releaseOne(organisation, [secret], snapshot, 'peopleByCentre')
  if (own?.table === undefined || own.table === null || secret.table === null) return { narrow: 0, of: 0 }
  const { certificate, joint } = await certify(organisation, [secret], own, from)
  const without = await certify(organisation, [], own, 'public')
  const cells = secret.stated.flatMap((table) => table.cells)
  const isSame = JSON.stringify(certificate) === JSON.stringify(without.certificate)
  if (certificate === null || isSame) return { narrow: 0, of: cells.length }
  const truth = truthOf(snapshot, code, secret.table)
  const first = joint.cells - own.stated.flatMap((table) => table.cells).length - cells.length
  const narrow = cells.filter((cell, i) => {
    const [low, high] = readWitnesses(joint.system, first + i, certificate)
    const n = truth.get(cellKey(cell.nodes)) ?? 0
    return n >= low && n <= high && high - low < 2 * cell.width + 5
  })
  return { narrow: narrow.length, of: cells.length }
}

const sensitive = [
  'public/peopleByTopic/topic,age:majority/all',
  'public/peopleBySignal/signal,age:majority/all',
  'public/peopleBySignal/signal,nationality:continent/all',
  'public/peopleByGuardianship/guardianship,nationality:continent/all',
]

/** In one group of many, one answer for everyone. */
function givenOneAnswer(snapshot: Snapshot): Snapshot {
  const minors = ['0-9', '10-13', '14-15', '16-17']
  const isMeant = (ageBand: string): boolean => minors.includes(ageBand)
  const seen = new Set<string>()
  return {
    ...snapshot,
    records: snapshot.records.flatMap((one) => {
      if (!isMeant(one.ageBand) || (one.unit !== 'topic' && one.unit !== 'signal')) return one
      const name = `${one.unit}/${one.person}`
      if (seen.has(name)) return []
      seen.add(name)
      return one.unit === 'topic' ? { ...one, topic: 'removal' } : { ...one, signal: 'minor_detained' }
    }),
  }
}

/** As a table was printed before: the whole breakdown of a group withheld, with a word of its own, when one answer holds for most. */
export type Denying = 'coarser' | 'withheld'

/**
 * B3. Groups of which a file says, by what it withholds, that one answer holds for nearly everyone: all answers are withheld, and
 * either with another word or bound than what is small, or they cannot all be small, because everyone in the group gave one.
 */
export function readDenials(organisation: Organisation, how: Denying): Read {
  const snapshot = givenOneAnswer(organisation.year)
  const found = sensitive.map((code): Read => {
    const { table, policy } = protect(snapshot, code)
    const shown = how === 'coarser' ? table : denyAsBefore(snapshot, code)
    const groups = shown.cells.filter(
      ({ nodes, value }) => value !== null && nodes[0] === total && nodes.length > 1,
    )
    const bounds = new Set(shown.cells.flatMap(({ value, upper }) => (value === null ? upper : [])))
    const told = groups.filter(({ nodes, lower }) => {
      const answers = shown.cells.filter(
        (cell) => cell.nodes[0] !== total && cell.nodes.slice(1).join() === nodes.slice(1).join(),
      )
      const small = answers.reduce((sum, { upper }) => sum + Math.min(upper, policy.threshold - 1), 0)
      const isAlone = bounds.size > 1 && answers.every(({ upper }) => upper >= policy.threshold)
      return answers.length > 0 && answers.every(({ value }) => value === null) && (isAlone || small < lower)
    })
    return { narrow: told.length, of: groups.length }
  })
  return {
    narrow: found.reduce((sum, { narrow }) => sum + narrow, 0),
    of: found.reduce((sum, { of }) => sum + of, 0),
  }
}

/** The rule of engine frr2: of a group in which one answer is above the largest share, every answer is withheld. */
function denyAsBefore(snapshot: Snapshot, code: string): ReturnType<typeof protect>['table'] {
  const policy = { ...publicPolicy, maxShare: { sensitive: 1, high: 1 } }
  const { table } = protect(snapshot, code, policy)
  const printedOf = new Map(table.cells.map((cell) => [cellKey(cell.nodes), cell.value]))
  const isOne = (nodes: readonly string[]): boolean => {
    const whole = printedOf.get(cellKey([total, ...nodes.slice(1)])) ?? null
    const answers = table.cells.flatMap((cell) =>
      cell.nodes[0] !== total && cell.nodes.slice(1).join() === nodes.slice(1).join()
        ? (cell.value ?? 0)
        : [],
    )
    return whole !== null && Math.max(0, ...answers) > publicPolicy.maxShare.high * whole
  }
  const cells = table.cells.map((cell) =>
    cell.nodes[0] !== total && isOne(cell.nodes)
      ? { ...cell, flag: 'withheld' as const, value: null, lower: 0, upper: table.most }
      : cell,
  )
  return { ...table, cells }
}

/** How a number named in a sentence was rounded: by the coin of the snapshot, or to the nearest ten, as before. */
export type Naming = 'keyed' | 'nearest'

/** B5. Which numbers of people may stand behind each printed one; narrow: printed ones behind which fewer than eleven may. */
export function readNamed(seed: number, how: Naming): Read {
  const random = givenRandom(seed)
  const behind = new Map<number, Set<number>>()
  for (let snapshot = 0; snapshot < 60; snapshot++) {
    const key = new Uint8Array(32).map(() => Math.floor(random() * 256))
    const u = toUniform(key)
    let sum = 0
    for (let n = 0; n < 80; n++) {
      const printed =
        how === 'keyed'
          ? roundNamed({ persons: n, key: sum }, publicPolicy, u)
          : n < 20
            ? 0
            : Math.round(n / 10) * 10
      behind.set(printed, (behind.get(printed) ?? new Set()).add(n))
      sum = addKeys(sum, toRecordKey(key, `${n}`))
    }
  }
  const inside = [...behind].filter(([printed]) => printed < 70)
  return { narrow: inside.filter(([, numbers]) => numbers.size < 11).length, of: inside.length }
}
