import { describe, expect, it } from 'vitest'
import {
  type GivenRecord,
  givenDomains,
  givenPopulation,
  givenRandom,
  toAtoms,
} from '@/tests/support/given/population'
import { toRecordKey } from '@/tests/support/record-key'
import { type Axis, cellKey, tabulate } from './cube.rules'
import { publicPolicy as policy, protect, type Uniform } from './disclosure.rules'
import { hierarchyOf } from './hierarchy.rules'
import { type Dimension, type MeasureId, measures } from './measure.rules'
import { toUniform } from './snapshot-key'
import { protectTable } from './table.rules'

/*
 * What somebody with every published table can find out. Each attack has its control: the same code, pointed at a
 * weaker protection, must succeed, or the attack proves nothing.
 */
const key = new Uint8Array(32).fill(3)

/** Thousands of empty cells ask for the same coin. */
function remember(u: Uniform): Uniform {
  const known = new Map<number, number>()
  return (cell) => {
    const value = known.get(cell) ?? u(cell)
    known.set(cell, value)
    return value
  }
}

type Bound = { lower: number; upper: number }

/** Narrows the intervals of a table by "the parts make up the total" until nothing moves. */
function narrow(axes: readonly Axis[], bounds: Map<string, Bound>): void {
  const lines = axes.flatMap((axis, i) => {
    const groups = axes.reduce<string[][]>(
      (all, own, at) =>
        all.flatMap((cell) =>
          (at === i ? ['total'] : [...own.nodes, 'total']).map((node) => [...cell, node]),
        ),
      [[]],
    )
    return groups.map((group) => ({
      whole: cellKey(group),
      parts: axis.nodes.map((node) => cellKey(group.map((own, at) => (at === i ? node : own)))),
    }))
  })
  for (let moved = true; moved; ) {
    moved = false
    const tighten = (cell: string, lower: number, upper: number): void => {
      const own = bounds.get(cell)
      if (!own || (lower <= own.lower && upper >= own.upper)) return
      bounds.set(cell, { lower: Math.max(own.lower, lower), upper: Math.min(own.upper, upper) })
      moved = true
    }
    for (const { whole, parts } of lines) {
      const all = parts.flatMap((part) => bounds.get(part) ?? [])
      const low = all.reduce((sum, one) => sum + one.lower, 0)
      const high = all.reduce((sum, one) => sum + one.upper, 0)
      tighten(whole, low, high)
      const sum = bounds.get(whole)
      for (const part of parts) {
        const own = bounds.get(part)
        if (sum && own) tighten(part, sum.lower - (high - own.upper), sum.upper - (low - own.lower))
      }
    }
  }
}

const asks: readonly { id: MeasureId; asked: readonly Dimension[] }[] = [
  { id: 'peopleByCentre', asked: ['centre', 'age'] },
  { id: 'peopleByNationality', asked: ['nationality', 'age'] },
  { id: 'peopleByAge', asked: ['age'] },
]

type Mask = 'ours' | 'primaryOnly'

/** Intervals that all published tables of a population leave, for every cell with at most ten people. */
function attackIntervals(
  records: readonly GivenRecord[],
  mask: Mask,
): { exact: number; narrow: number; cells: number } {
  const result = { exact: 0, narrow: 0, cells: 0 }
  for (const { id, asked } of asks) {
    const measure = measures[id]
    const atoms = toAtoms(records, measure, asked)
    const hierarchies = asked.map((one) => hierarchyOf(one, givenDomains))
    const people = records.filter((record) => record.unit === 'person').length
    const table = protectTable({ measure, hierarchies, atoms, people, policy, u: remember(toUniform(key)) })
    const at = table.axes.map((axis) => asked.indexOf(axis.dimension))
    const truth = tabulate(
      table.axes,
      atoms.persons.map((atom) => ({ ...atom, leaves: at.map((i) => atom.leaves[i] ?? []) })),
      [],
    )
    const bounds = new Map(
      table.cells.map((cell): [string, Bound] => {
        const n = truth.get(cellKey(cell.nodes))?.persons ?? 0
        if (mask === 'ours') return [cellKey(cell.nodes), { lower: cell.lower, upper: cell.upper }]
        return [cellKey(cell.nodes), n >= 20 ? { lower: n, upper: n } : { lower: 0, upper: 19 }]
      }),
    )
    narrow(table.axes, bounds)
    for (const [cell, { lower, upper }] of bounds) {
      const n = truth.get(cell)?.persons ?? 0
      expect(lower).toBeLessThanOrEqual(n)
      expect(upper).toBeGreaterThanOrEqual(n)
      if (n > 10) continue
      result.cells += 1
      if (lower === upper) result.exact += 1
      if (upper - lower < 5) result.narrow += 1
    }
  }
  return result
}

describe('subtracting published tables from each other', () => {
  it.each([500, 5000])(
    'leaves no small cell exact or narrow among %i people',
    (n) => {
      let cells = 0
      for (const seed of [21, 22, 23]) {
        const found = attackIntervals(givenPopulation(n, seed, key), 'ours')
        expect(found).toMatchObject({ exact: 0, narrow: 0 })
        cells += found.cells
      }
      expect(cells).toBeGreaterThan(0)
    },
    60_000,
  )

  it('succeeds against a mask without rounding (control)', () => {
    const found = [21, 22, 23].map((seed) => attackIntervals(givenPopulation(5000, seed, key), 'primaryOnly'))
    expect(found.reduce((sum, one) => sum + one.narrow, 0)).toBeGreaterThan(0)
  }, 60_000)
})

const attributes = ['centre', 'nationality', 'age'] as const

/** Every combination of every level: more than the room would ever release. */
function publishAll(records: readonly GivenRecord[], u: Uniform): Map<string, string> {
  const levels = attributes.map((one) => [null, ...hierarchyOf(one, givenDomains).levels])
  const atoms = toAtoms(records, measures.peopleByCentre, attributes)
  const out = new Map<string, string>()
  for (const a of levels[0] ?? [])
    for (const b of levels[1] ?? [])
      for (const c of levels[2] ?? []) {
        const kept = [a, b, c].flatMap((level, at) => (level ? [{ level, at }] : []))
        const axes = kept.map(({ level }) => ({
          nodeOf: level.nodeOf,
          nodes: [...new Set(level.nodeOf.values())],
        }))
        const counts = tabulate(
          axes,
          atoms.persons.map((atom) => ({ ...atom, leaves: kept.map(({ at }) => atom.leaves[at] ?? []) })),
          [],
        )
        const name = kept.map(({ level }) => level.id).join('+')
        const cells = protect({
          axes,
          sensitivities: [],
          counts,
          unit: 'persons',
          people: 5000,
          policy,
          u,
        })
        for (const cell of cells) {
          if (!cell.nodes.includes('total')) out.set(`${name}/${cellKey(cell.nodes)}`, String(cell.value))
        }
      }
  return out
}

/** Guesses a newcomer's attributes from the cells that differ between two publications. */
function guess(before: Map<string, string>, after: Map<string, string>): Record<Dimension, string> {
  const votes = new Map<string, number>()
  for (const [cell, value] of after) {
    if (before.get(cell) === value) continue
    const [name = '', nodes = ''] = cell.split('/')
    const ids = name.split('+')
    const values = nodes.split('|')
    for (const [i, id] of ids.entries())
      votes.set(`${id}=${values[i]}`, (votes.get(`${id}=${values[i]}`) ?? 0) + 1)
  }
  const best = (dimension: Dimension): string => {
    const hierarchy = hierarchyOf(dimension, givenDomains)
    const leaves = [...(hierarchy.levels[0]?.nodeOf.keys() ?? [])]
    // A leaf is as likely as the changes of all groups it belongs to.
    const scores = leaves.map((leaf) =>
      hierarchy.levels.reduce(
        (sum, level) => sum + (votes.get(`${level.id}=${level.nodeOf.get(leaf)}`) ?? 0),
        0,
      ),
    )
    return leaves[scores.indexOf(Math.max(...scores))] ?? ''
  }
  return { centre: best('centre'), nationality: best('nationality'), age: best('age'), topic: '', signal: '' }
}

function newcomerAttack(fresh: boolean): { hits: number; blind: number; tries: number } {
  const random = givenRandom(77)
  const residents = givenPopulation(3000, 31, key).filter((record) => record.unit === 'person')
  const before = publishAll(residents, remember(toUniform(key)))
  const modal = (of: (record: GivenRecord) => string | null): string => {
    const counts = new Map<string, number>()
    for (const record of residents) counts.set(of(record) ?? '', (counts.get(of(record) ?? '') ?? 0) + 1)
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
  }
  const most = [modal((r) => r.centre), modal((r) => r.nationality), modal((r) => r.ageBand)]
  const result = { hits: 0, blind: 0, tries: 0 }
  for (let i = 0; i < 12; i++) {
    const twin = residents[Math.floor(random() * residents.length)]
    if (!twin) continue
    const next = fresh ? new Uint8Array(32).fill(100 + i) : key
    const newcomer = { ...twin, person: 9000 + i, hh: 9000 + i, rk: toRecordKey(key, `new/${i}`) }
    const rekeyed = [...residents, newcomer].map((record) =>
      fresh ? { ...record, rk: toRecordKey(next, `again/${record.person}`) } : record,
    )
    const found = guess(before, publishAll(rekeyed, remember(toUniform(next))))
    const truth = [newcomer.centre, newcomer.nationality, newcomer.ageBand]
    const guessed = [found.centre, found.nationality, found.age]
    for (const [at, value] of truth.entries()) {
      result.tries += 1
      if (guessed[at] === value) result.hits += 1
      if (most[at] === value) result.blind += 1
    }
  }
  return result
}

describe('comparing publications over time', () => {
  it('names a newcomer when tables are made from live rows (control: why there are snapshots)', () => {
    const { hits, tries } = newcomerAttack(false)
    expect(hits / tries).toBeGreaterThan(0.8)
  }, 60_000)

  it('does no better than guessing between two snapshots', () => {
    const { hits, blind, tries } = newcomerAttack(true)
    expect(hits / tries).toBeLessThanOrEqual(blind / tries + 0.05)
  }, 60_000)
})
