import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chain } from '@/tests/support/given/chain'
import { givenGridExact } from '@/tests/support/given/grid'
import { givenDomains, givenPopulation, toAtoms } from '@/tests/support/given/population'
import { drawn } from '@/tests/support/sweep'
import { audit, tolerance } from './audit.rules'
import { findFlaw } from './certificate.rules'
import type { Row } from './class.rules'
import { toCsvFile } from './csv.rules'
import { addKeys, type PersonAtom, tabulate } from './cube.rules'
import { publicPolicy as policy } from './disclosure.rules'
import { toFiles } from './file.rules'
import { hierarchyOf, hierarchyVersion, total } from './hierarchy.rules'
import { findBest } from './lattice.rules'
import { findBreakdown, measures } from './measure.rules'
import { toProblem } from './problem.rules'
import { toReleaseId, toSpec } from './release.rules'
import { toShown } from './rows.rules'
import { toUniform } from './snapshot-key'
import { withSolver } from './solver'
import { type StatedTable, toSystem } from './statement.rules'
import { suppress, toPublishedSystem } from './suppress.rules'
import { protectTable } from './table.rules'

const key = new Uint8Array(32).fill(6)
const rowsOf = (csv: string): string[][] => parse(csv, { bom: true })

describe('counting', { timeout: 60_000 }, () => {
  it('gives a group what its leaves give together, and the keys of a group the sum of theirs', () => {
    const hierarchy = hierarchyOf('nationality', givenDomains)
    const leaves = [...(hierarchy.levels[0]?.nodeOf.keys() ?? [])]
    const person = fc.record({
      leaf: fc.constantFrom(...leaves),
      rk: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    })
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 80 }), (people) => {
        const atoms = people.map(
          ({ leaf, rk }, hh): PersonAtom => ({ leaves: [[leaf]], persons: 1, key: rk, households: [hh] }),
        )
        for (const level of hierarchy.levels) {
          const counts = tabulate([{ nodeOf: level.nodeOf, nodes: [] }], atoms, [])
          const of = (node: string) =>
            people.filter(({ leaf }) => node === total || level.nodeOf.get(leaf) === node)
          for (const [node, count] of counts) {
            expect(count.persons).toBe(of(node).length)
            expect(count.key).toBe(of(node).reduce((sum, one) => addKeys(sum, one.rk), 0))
          }
          const inner = [...counts].filter(([node]) => node !== total)
          expect(inner.reduce((sum, [, count]) => sum + count.persons, 0)).toBe(people.length)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a file', { timeout: 60_000 }, () => {
  const ask = (n: number, seed: number, words: (dimension: string, node: string) => string) => {
    const measure = measures.peopleByCentre
    const by = findBreakdown(measure, ['age']) ?? []
    const records = givenPopulation(n, seed, key)
    const table = protectTable({
      measure,
      hierarchies: by.map((one) => hierarchyOf(one, givenDomains)),
      atoms: toAtoms(records, measure, by),
      people: n,
      policy,
      u: toUniform(key),
    })
    const spec = toSpec(table, by, 'en', policy, hierarchyVersion)
    const releaseId = toReleaseId('0199d0a0-0000-7000-8000-000000000001', spec, () => new Uint8Array(32))
    const facts = {
      releaseId,
      spec,
      periodStart: '2026-07-01',
      periodEnd: '2026-09-30',
      frozenOn: '2026-10-16',
    }
    return { files: toFiles(table, facts, words, []), releaseId, by }
  }
  it('holds nothing but codes, their labels, whole numbers and fixed words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 900 }), fc.nat(999), (n, seed) => {
        const { files, releaseId, by } = ask(n, seed, (_, node) => node)
        const codes = by.flatMap((one) =>
          hierarchyOf(one, givenDomains).levels.flatMap(({ nodeOf }) => [
            ...nodeOf.keys(),
            ...nodeOf.values(),
          ]),
        )
        const words = new Set([
          ...codes,
          ...codes.map((code) => `other:${code}`),
          ...['other', total, 'peopleByCentre', '2026-07-01', '2026-09-30', '2026-10-16', '<20', 'withheld'],
          ...['rounded', 'frr3_base10_threshold20', releaseId],
        ])
        for (const row of rowsOf(files.csv).slice(2))
          for (const cell of row) if (!words.has(cell)) expect(cell).toMatch(/^\d+$/)
      }),
      { numRuns: 8 },
    )
  })

  it('has the same numbers and tokens in every language', () => {
    const numbers = (word: string) =>
      rowsOf(ask(700, 3, (_, node) => `${word} ${node}`).files.csv).map((row) => row.slice(-6).join())
    expect(numbers('Nationalité')).toEqual(numbers('Land'))
  })
})

describe('the auditor on cubes', () => {
  const sizes = [3, 4, 3] as const
  const places = Array.from({ length: 36 }, (_, i) => [i % 3, Math.floor(i / 3) % 4, Math.floor(i / 12)])

  it('finds of three dimensions the very ranges that all cubes with the same printed sums have', async () => {
    const cube = fc.record({
      numbers: fc.array(fc.nat(4), { minLength: 36, maxLength: 36 }),
      // Of lines with one hidden cell each nothing is open: blocks of two by two by two, and more.
      hidden: fc
        .uniqueArray(fc.nat(35), { maxLength: 6 })
        .map((more) => [...new Set([0, 1, 3, 4, 12, 13, 15, 16, ...more])]),
      width: fc.integer({ min: 1, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(cube, async ({ numbers, hidden, width }) => {
        const table = toStatedCube(numbers, hidden, width)
        const system = toSystem([table], 1)
        const { findings } = await withSolver(toProblem(system), (minimise) => audit(system, minimise))
        const ranges = enumerate(numbers, hidden)
        for (const { statement, lower, upper, isSafe } of findings) {
          const nodes = table.cells[statement]?.nodes.map(Number) ?? []
          const [low = 0, high = 0] = ranges.get(places.findIndex((own) => own.join() === nodes.join())) ?? []
          expect(lower).toBeGreaterThanOrEqual(low)
          expect(upper).toBeLessThanOrEqual(high)
          expect(isSafe).toBe(high - low >= width)
        }
        // In haste the verdict is the same, and what broken numbers allow is no less than what whole ones do.
        const hasty = await withSolver(toProblem(system), (minimise) =>
          audit(system, minimise, { isHasty: true }),
        )
        expect(hasty.findings.map((one) => one.isSafe)).toEqual(findings.map((one) => one.isSafe))
        for (const [i, { bounds, isSafe }] of hasty.findings.entries()) {
          if (isSafe) continue
          expect(bounds?.least).toBeLessThanOrEqual((findings[i]?.lower ?? 0) + tolerance)
          expect(bounds?.most).toBeGreaterThanOrEqual((findings[i]?.upper ?? 0) - tolerance)
        }
      }),
      { numRuns: drawn(8, 25) },
    )
  }, 60_000)

  function toStatedCube(numbers: readonly number[], hidden: readonly number[], width: number): StatedTable {
    const axes = sizes.map((size, i) => ({
      dimension: `d${i}`,
      multiple: false,
      nodeOf: new Map(Array.from({ length: size }, (_, node): [string, string] => [`${node}`, `${node}`])),
    }))
    const cells = [0, 1, 2, total].flatMap((a) =>
      [0, 1, 2, 3, total].flatMap((b) =>
        [0, 1, 2, total].map((c) => {
          const own = places.flatMap((place, i) =>
            [a, b, c].every((node, at) => node === total || node === place[at]) ? i : [],
          )
          const value = own.reduce((sum, i) => sum + (numbers[i] ?? 0), 0)
          const nodes = [`${a}`, `${b}`, `${c}`]
          return own.length === 1 && hidden.includes(own[0] ?? -1)
            ? { nodes, lower: 0, upper: Number.POSITIVE_INFINITY, width }
            : { nodes, lower: value, upper: value, width: 0 }
        }),
      ),
    )
    return { axes, cells }
  }

  /** Every filling of the hidden cells under which all sums of two and one dimensions stay. */
  function enumerate(numbers: readonly number[], hidden: readonly number[]): Map<number, [number, number]> {
    const lines = [0, 1, 2].flatMap((free) => {
      const name = (i: number) => (places[i] ?? []).filter((_, at) => at !== free).join()
      return [...new Set(places.map((_, i) => name(i)))].map((own) =>
        places.flatMap((_, i) => (name(i) === own ? i : [])),
      )
    })
    const sumOf = (values: readonly number[], line: readonly number[]) =>
      line.reduce((sum, i) => sum + (values[i] ?? 0), 0)
    const wanted = lines.map((line) => sumOf(numbers, line))
    const ranges = new Map<number, [number, number]>()
    const values = numbers.map((value, i) => (hidden.includes(i) ? 0 : value))
    const visit = (at: number): void => {
      const cell = hidden[at]
      if (cell === undefined) {
        if (!lines.every((line, i) => sumOf(values, line) === wanted[i])) return
        for (const one of hidden) {
          const value = values[one] ?? 0
          const [low, high] = ranges.get(one) ?? [value, value]
          ranges.set(one, [Math.min(low, value), Math.max(high, value)])
        }
        return
      }
      const room = lines.map((line, i) =>
        line.includes(cell) ? (wanted[i] ?? 0) - sumOf(values, line) : Infinity,
      )
      for (let value = 0; value <= Math.min(...room); value++) {
        values[cell] = value
        visit(at + 1)
      }
      values[cell] = 0
    }
    visit(0)
    return ranges
  }
})

describe('withholding', () => {
  it('always ends in tables that the verifier takes, and takes no longer when a statement is moved', async () => {
    const grid = fc.array(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(grid, async (numbers) => {
        const { exact, lines } = givenGridExact(numbers, (value) => value < 11)
        const done = await suppress(exact, { width: 6, lines, threshold: 11 }, withSolver)
        // With fewer people than a printed number needs, everything is withheld, and nothing is left to prove.
        if (done === null) throw new Error('not safe')
        const system = toPublishedSystem(exact, done.hidden, 6)
        expect(findFlaw(system, done.certificate)).toBeNull()
        for (const [at, statement] of system.statements.entries()) {
          if (done.certificate.witnesses.length === 0) continue
          const moved =
            statement.width > 0
              ? { ...statement, width: 10_000_000 }
              : { ...statement, lower: statement.lower + 1, upper: statement.upper + 1 }
          const statements = system.statements.map((one, i) => (i === at ? moved : one))
          expect(findFlaw({ ...system, statements }, done.certificate)).not.toBeNull()
        }
      }),
      { numRuns: drawn(6, 12) },
    )
  }, 60_000)
})

describe('rows of single people', { timeout: 60_000 }, () => {
  const origins = ['a', 'b', 'c', 'd', 'e']
  const levels = [
    chain('origin', origins, (leaf) => (leaf < 'c' ? 'near' : 'far')),
    chain('age', ['0', '1', '2', '3'], (leaf) => (leaf < '2' ? 'minor' : 'adult')),
    chain('sex', ['f', 'm']),
    chain('county', ['x', 'y', 'z']),
  ]
  const row = fc.record({
    quasi: fc.tuple(
      fc.constantFrom(...origins, 'a', 'a', 'c'),
      fc.constantFrom('0', '1', '2', '2', '3', '3'),
      fc.constantFrom('f', 'm', 'm'),
      fc.constantFrom('x', 'x', 'y', 'z'),
    ),
    sensitive: fc.tuple(fc.constantFrom('yes', 'no')),
  })
  const asked = fc.record({
    rows: fc.array(row, { minLength: 60, maxLength: 160 }),
    k: fc.integer({ min: 2, max: 11 }),
    suppression: fc.constantFrom(0, 0.05, 0.2),
  })
  const groupBy = <T>(list: readonly T[], nameOf: (one: T) => string): T[][] => {
    const groups = new Map<string, T[]>()
    for (const one of list) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one])
    return [...groups.values()]
  }
  const nodesOf = (one: Row, node: readonly number[]): string[] =>
    one.quasi.map((leaf, i) => levels[i]?.[node[i] ?? 0]?.nodeOf.get(leaf) ?? '')

  /** Every combination of levels, each counted from the rows by plain grouping. */
  function tryAll(rows: readonly Row[], k: number, suppression: number): { loss: number; removed: number }[] {
    const lostBy = (i: number, leaf: string, level: number): number => {
      const nodeOf = levels[i]?.[level]?.nodeOf ?? new Map<string, string>()
      const alike = [...nodeOf.values()].filter((one) => one === nodeOf.get(leaf)).length
      return (alike - 1) / (nodeOf.size - 1)
    }
    return levels
      .reduce<number[][]>((all, own) => all.flatMap((one) => own.map((_, i) => [...one, i])), [[]])
      .flatMap((node) => {
        const kept = groupBy(rows, (one) => JSON.stringify(nodesOf(one, node))).filter((own) => {
          const yes = own.filter(({ sensitive }) => sensitive[0] === 'yes').length
          return own.length >= k && Math.max(yes, own.length - yes) <= 0.8 * own.length
        })
        const left = kept.flat()
        const removed = rows.length - left.length
        if (left.length === 0 || removed > suppression * rows.length) return []
        const lost = left.flatMap(({ quasi }) => quasi.map((leaf, i) => lostBy(i, leaf, node[i] ?? 0)))
        return {
          removed,
          loss: (removed + lost.reduce((sum, one) => sum + one, 0) / levels.length) / rows.length,
        }
      })
  }

  it('lose as little as the best of all combinations does, counted another way', () => {
    fc.assert(
      fc.property(asked, ({ rows, k, suppression }) => {
        const best = findBest(rows, levels, { k, distinct: 2, maxShare: 0.8, t: 1, suppression })
        const all = tryAll(rows, k, suppression)
        expect(best?.allowed ?? 0).toBe(all.length)
        if (best) expect(best.loss).toBeCloseTo(Math.min(...all.map(({ loss }) => loss)), 9)
      }),
      { numRuns: 40 },
    )
  })

  it('read again from the file, stand among k alike by all columns and by any three', () => {
    let left = 0
    fc.assert(
      fc.property(asked, ({ rows, k, suppression }) => {
        const best = findBest(rows, levels, { k, distinct: 2, maxShare: 0.8, t: 1, suppression })
        if (best === null) return
        left += 1
        const csv = toCsvFile({
          columns: levels.map((_, i) => ({ header: `c${i}`, hxl: '#meta' })),
          rows: toShown(best, levels).map(({ quasi }) => quasi),
        })
        const read = rowsOf(csv).slice(2)
        expect(read).toHaveLength(rows.length - best.removed)
        for (const columns of [
          [0, 1, 2, 3],
          [0, 1, 2],
          [0, 1, 3],
          [0, 2, 3],
          [1, 2, 3],
        ])
          for (const group of groupBy(read, (one) => JSON.stringify(columns.map((i) => one[i]))))
            expect(group.length).toBeGreaterThanOrEqual(k)
      }),
      { numRuns: 40 },
    )
    expect(left).toBeGreaterThan(10)
  })
})
