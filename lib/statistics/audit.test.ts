import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenGrid } from '@/tests/support/given/grid'
import { audit } from './audit.rules'
import { findFlaw } from './certificate.rules'
import { toProblem } from './problem.rules'
import { withSolver } from './solver'
import { type StatedTable, type System, toSystem } from './statement.rules'

const run = (system: System) => withSolver(toProblem(system), (minimise) => audit(system, minimise))

/** A handbook's table of four by four with its published pattern of hidden cells. */
const handbook = [
  [30, 47, 64, 89],
  [90, 124, 5, 31],
  [92, 100, 59, 85],
  [800, 991, 651, 685],
]
const pattern = ['0 0', '0 1', '0 2', '1 0', '1 2', '2 1', '2 3', '3 1', '3 3']
const publish = (hidden: readonly string[], width: number): System =>
  toSystem([givenGrid(handbook, (r, c) => hidden.includes(`${r} ${c}`), width)], 1)

describe('the auditor', () => {
  it('finds the hidden cell that a handbook pattern gives away, though every line hides two', async () => {
    expect(handbook.flat().reduce((a, b) => a + b)).toBe(3943)
    const { findings, certificate } = await run(publish(pattern, 6))
    const wb = findings[1]
    expect(wb).toMatchObject({ lower: 47, upper: 47, isSafe: false })
    expect(certificate).toBeNull()
  })

  it.each([
    { extra: '1 3', upper: 78 },
    { extra: '1 1', upper: 141 },
  ])('sees it repaired by one more hidden cell ($extra): 0 to $upper', async ({ extra, upper }) => {
    // Owed more than there is, so that the whole range is looked for.
    const { findings } = await run(publish([...pattern, extra], 1000))
    expect(findings[1]).toMatchObject({ lower: 0, upper })
    const safe = await run(publish([...pattern, extra], 6))
    expect(safe.findings.every((one) => one.isSafe)).toBe(true)
    expect(safe.certificate && findFlaw(publish([...pattern, extra], 6), safe.certificate)).toBeNull()
  })

  it('never calls a cell safe that counting every possible table shows to be narrow', async () => {
    const table = fc.record({
      numbers: fc.array(fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      hidden: fc.uniqueArray(fc.nat(8), { minLength: 2, maxLength: 7 }),
      width: fc.integer({ min: 1, max: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(table, async ({ numbers, hidden, width }) => {
        const isHidden = (r: number | 'total', c: number | 'total') =>
          r !== 'total' && c !== 'total' && hidden.includes(r * 3 + c)
        const system = toSystem([givenGrid(numbers, isHidden, width)], 1)
        const { findings, certificate } = await run(system)
        const ranges = enumerate(numbers, hidden)
        for (const [i, cell] of [...hidden].sort((a, b) => a - b).entries()) {
          const found = findings[i]
          const [lower = 0, upper = 0] = ranges.get(cell) ?? []
          expect(found?.lower).toBeGreaterThanOrEqual(lower)
          expect(found?.upper).toBeLessThanOrEqual(upper)
          expect(found?.isSafe).toBe(upper - lower >= width)
        }
        expect(certificate !== null).toBe(findings.every((one) => one.isSafe))
        if (certificate) expect(findFlaw(system, certificate)).toBeNull()
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('is never told more by fewer statements', async () => {
    // Wider than the whole table: no range is left before its ends are found.
    const full = publish(pattern, 10_000)
    const weaker = { ...full, statements: full.statements.filter((one) => one.width > 0 || one.upper < 900) }
    const [before, after] = [await run(full), await run(weaker)]
    for (const [i, { lower, upper }] of before.findings.entries()) {
      expect(after.findings[i]?.lower).toBeLessThanOrEqual(lower)
      expect(after.findings[i]?.upper).toBeGreaterThanOrEqual(upper)
    }
  })

  it('refuses statements that contradict each other', async () => {
    const system: System = {
      columns: 1,
      statements: [
        { plus: [0], minus: [], lower: 3, upper: 3, width: 0 },
        { plus: [0], minus: [], lower: 5, upper: 9, width: 2 },
      ],
    }
    await expect(run(system)).rejects.toThrow('no population')
  })

  it('takes what was looked for in vain for no contradiction, and for no proof', async () => {
    const system = publish([...pattern, '1 3'], 6)
    const { findings, certificate } = await audit(system, () => Promise.resolve(null))
    expect(findings).not.toHaveLength(0)
    expect(findings.some(({ isSafe }) => isSafe)).toBe(false)
    expect(certificate).toBeNull()
    // Broken numbers alone, where whole ones take more work than a question may cost.
    const broken = new Float64Array(system.columns).fill(0.5)
    const halved = await audit(system, (_, integral) => Promise.resolve(integral ? null : broken))
    expect(halved.findings.some(({ isSafe }) => isSafe)).toBe(false)
    expect(halved.certificate).toBeNull()
  })

  it('joins tables of several dimensions, and values of which a person may carry several', () => {
    const axis = (dimension: string, nodes: string[], multiple = false) => ({
      dimension,
      multiple,
      nodeOf: new Map(nodes.map((node) => [node, node])),
    })
    const cell = (nodes: string[]) => ({ nodes, lower: 0, upper: 9, width: 0 })
    const byAge: StatedTable = {
      axes: [axis('age', ['minor', 'adult'])],
      cells: [cell(['minor']), cell(['total'])],
    }
    const byTopic: StatedTable = {
      axes: [axis('topic', ['food', 'law'], true)],
      cells: [cell(['food']), cell(['total'])],
    }
    const { columns, statements } = toSystem([byAge, byTopic], 5)
    // Two classes of age, for everyone and for each of two topics.
    expect(columns).toBe(6)
    expect(statements.slice(0, 4).map((one) => [...one.plus])).toEqual([[1], [0, 1], [2, 3], [0, 1]])
    // Of each class: someone carries a topic, no one more than five, and anyone who carries one is counted.
    expect(statements.slice(4)).toHaveLength(2 * 4)
  })
})

describe('a certificate', () => {
  it('is refused when a number, a pair, a witness or a statement is changed', async () => {
    const system = publish([...pattern, '1 3'], 6)
    const { certificate } = await run(system)
    if (!certificate) throw new Error('not safe')
    expect(findFlaw(system, certificate)).toBeNull()
    for (const [at, witness] of certificate.witnesses.entries())
      for (const [entry, { column, value }] of witness.entries())
        for (const other of [value + 1, value - 1, value + 0.5]) {
          const changed = witness.map((one, i) => (i === entry ? { column, value: other } : one))
          const witnesses = certificate.witnesses.map((one, i) => (i === at ? changed : one))
          expect(findFlaw(system, { ...certificate, witnesses })).not.toBeNull()
        }
    for (const [at, pair] of certificate.pairs.entries()) {
      const pairs = certificate.pairs.filter((_, i) => i !== at)
      expect(findFlaw(system, { ...certificate, pairs })).toBe('cellWithoutPair')
      const same = certificate.pairs.map((one, i) => (i === at ? { ...pair, high: pair.low } : one))
      expect(findFlaw(system, { ...certificate, pairs: same })).toBe('tooNarrow')
      const lost = certificate.pairs.map((one, i) => (i === at ? { ...pair, high: 999 } : one))
      expect(findFlaw(system, { ...certificate, pairs: lost })).toBe('unknownWitness')
    }
    for (const [at, statement] of system.statements.entries()) {
      const moved =
        statement.width > 0
          ? { ...statement, width: 10_000 }
          : { ...statement, lower: statement.lower + 1, upper: statement.upper + 1 }
      const statements = system.statements.map((one, i) => (i === at ? moved : one))
      expect(findFlaw({ ...system, statements }, certificate)).not.toBeNull()
    }
    const twice = certificate.witnesses.map((one) => [...one, ...one.slice(0, 1)])
    expect(findFlaw(system, { ...certificate, witnesses: twice })).toBe('outsideTheTable')
  })
})

/** Smallest and largest value of each hidden cell over all tables with the same printed numbers. */
function enumerate(
  numbers: readonly (readonly number[])[],
  hidden: readonly number[],
): Map<number, number[]> {
  const flat = numbers.flat()
  const rows = [0, 1, 2].map((r) => [0, 1, 2].reduce((sum, c) => sum + (flat[r * 3 + c] ?? 0), 0))
  const columns = [0, 1, 2].map((c) => [0, 1, 2].reduce((sum, r) => sum + (flat[r * 3 + c] ?? 0), 0))
  const ranges = new Map<number, number[]>()
  const order = [...hidden].sort((a, b) => a - b)
  const table = flat.map((value, i) => (hidden.includes(i) ? 0 : value))
  const line = (of: (i: number) => number, at: number): number =>
    table.reduce((sum, value, i) => (of(i) === at ? sum + value : sum), 0)
  const visit = (at: number): void => {
    const cell = order[at]
    if (cell === undefined) {
      const isTable = [0, 1, 2].every(
        (i) => line((j) => Math.floor(j / 3), i) === rows[i] && line((j) => j % 3, i) === columns[i],
      )
      if (!isTable) return
      for (const one of order) {
        const value = table[one] ?? 0
        const [low = value, high = value] = ranges.get(one) ?? []
        ranges.set(one, [Math.min(low, value), Math.max(high, value)])
      }
      return
    }
    const most = Math.min(rows[Math.floor(cell / 3)] ?? 0, columns[cell % 3] ?? 0)
    for (let value = 0; value <= most; value++) {
      table[cell] = value
      if (line((j) => Math.floor(j / 3), Math.floor(cell / 3)) <= (rows[Math.floor(cell / 3)] ?? 0))
        visit(at + 1)
    }
    table[cell] = 0
  }
  visit(0)
  return ranges
}
