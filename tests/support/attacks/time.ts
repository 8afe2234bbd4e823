import { addKeys } from '@/lib/statistics/cube.rules'
import { toUniform } from '@/lib/statistics/snapshot-key'
import { type GivenRecord, givenRandom } from '../given/population'
import { toRecordKey } from '../record-key'
import { type Cube, cellOf, countAll, grains, leavesOf, levels, type Printer, publish } from './cube'

/** hits and blind: shares of the newcomers' attributes that are guessed right, and that the commonest value is. */
export type Timed = { hits: number; blind: number; tries: number }
type Shown = ReadonlyMap<string, number | null>

/** Who they may be: how common that is, by the printed totals, and the cells in which they would stand. */
type Candidate = { leaves: readonly string[]; common: number; cells: readonly string[] }

function listCandidates(residents: readonly GivenRecord[]): Candidate[] {
  const shares = levels.map((_, i) => {
    const counts = new Map<string, number>()
    for (const one of residents)
      counts.set(leavesOf(one)[i] ?? '', (counts.get(leavesOf(one)[i] ?? '') ?? 0) + 1)
    return [...counts].map(([leaf, n]): [string, number] => [leaf, n / residents.length])
  })
  const all = shares.reduce<{ leaves: string[]; common: number }[]>(
    (before, own) =>
      before.flatMap(({ leaves, common }) =>
        own.map(([leaf, share]) => ({ leaves: [...leaves, leaf], common: common + Math.log(share) })),
      ),
    [{ leaves: [], common: 0 }],
  )
  return all.map((one) => ({ ...one, cells: grains.map((grain) => cellOf(grain, one.leaves)) }))
}

/** What a cell tells for a person who stands in it, as a logarithm of likelihoods. */
type Clue = (before: number | null, after: number | null) => number
/** A cell that did not change hardly speaks against them; a change in a cell of others does. */
const byChange: Clue = (before, after) => (before === after ? Math.log(0.65 / 0.98) : Math.log(0.35 / 0.02))
/** One person more, under noise of the variance of two roundings. */
const byDrift: Clue = (before, after) => (before === null || after === null ? 0 : (after - before - 0.5) / 33)

function guess(candidates: readonly Candidate[], before: Shown, after: Shown, clue: Clue): string[] {
  const known = new Map<string, number>()
  for (const [name, value] of after) {
    const old = before.get(name) ?? null
    if (value !== null || old !== null) known.set(name, clue(old, value))
  }
  const scores = candidates.map(({ common, cells }) =>
    cells.reduce((sum, name) => sum + (known.get(name) ?? 0), common),
  )
  const best = Math.max(...scores)
  return levels.map((_, i) => {
    const weights = new Map<string, number>()
    for (const [at, { leaves }] of candidates.entries()) {
      const leaf = leaves[i] ?? ''
      weights.set(leaf, (weights.get(leaf) ?? 0) + Math.exp((scores[at] ?? 0) - best))
    }
    return [...weights].sort((one, other) => other[1] - one[1])[0]?.[0] ?? ''
  })
}

const withOne = (cube: Cube, leaves: readonly string[], rk: number): Cube => {
  const more = new Map(cube)
  for (const grain of grains) {
    const name = cellOf(grain, leaves)
    const own = cube.get(name) ?? { n: 0, key: 0 }
    more.set(name, { n: own.n + 1, key: addKeys(own.key, rk) })
  }
  return more
}

/**
 * All tables before and after one person is added. `live`: with the same keys, as from living rows; else each publication
 * has a key of its own, as a snapshot has. The better of two ways to read the change counts.
 */
export function findNewcomers(
  records: readonly GivenRecord[],
  toPrinter: (key: Uint8Array) => Printer,
  isLive: boolean,
  newcomers: number,
): Timed {
  const key = new Uint8Array(32).fill(3)
  const random = givenRandom(77)
  const residents = records.filter((record) => record.unit === 'person')
  const keyed = (own: Uint8Array): GivenRecord[] =>
    residents.map((record) => ({ ...record, rk: toRecordKey(own, `again/${record.person}`) }))
  const first = countAll(keyed(key))
  const before = publish(first, toPrinter(key))
  const candidates = listCandidates(residents)
  // Nothing changed: the commonest value of each attribute.
  const modal = guess(candidates, before, before, () => 0)
  const right = { change: 0, drift: 0, blind: 0, tries: 0 }
  for (let i = 0; i < newcomers; i++) {
    const neighbour = residents[Math.floor(random() * residents.length)]
    if (!neighbour) continue
    const leaves = leavesOf(neighbour)
    const next = isLive ? key : new Uint8Array(32).fill(100 + i)
    const second = withOne(isLive ? first : countAll(keyed(next)), leaves, toRecordKey(next, `new/${i}`))
    const after = publish(second, toPrinter(next))
    const [byChanges = [], byDrifts = []] = [byChange, byDrift].map((clue) =>
      guess(candidates, before, after, clue),
    )
    for (const [at, leaf] of leaves.entries()) {
      right.tries += 1
      if (byChanges[at] === leaf) right.change += 1
      if (byDrifts[at] === leaf) right.drift += 1
      if (modal[at] === leaf) right.blind += 1
    }
  }
  return {
    hits: Math.max(right.change, right.drift) / right.tries,
    blind: right.blind / right.tries,
    tries: right.tries,
  }
}

/** Thousands of cells ask for the same coin. */
export function rememberUniform(key: Uint8Array): (cell: number) => number {
  const u = toUniform(key)
  const known = new Map<number, number>()
  return (cell) => {
    const value = known.get(cell) ?? u(cell)
    known.set(cell, value)
    return value
  }
}
