import { describe, expect, it } from 'vitest'
import { joinTo } from '@/tests/support/attacks/linear'
import { givenDomains, givenPopulation, toAtoms } from '@/tests/support/given/population'
import { isSweep } from '@/tests/support/sweep'
import { audit } from './audit.rules'
import { findFlaw } from './certificate.rules'
import { type Policy, policyOf } from './disclosure.rules'
import { auditFirst, passGate, proveAll, type Solve } from './gate.rules'
import { hierarchyOf } from './hierarchy.rules'
import type { Joint } from './joint.rules'
import { findBreakdown, measures } from './measure.rules'
import { toProblem } from './problem.rules'
import { findAsked } from './question.rules'
import { toUniform } from './snapshot-key'
import { releaseWork, toBudget, withSolver } from './solver'
import { toPublished, toStated } from './stated.rules'
import { type StatedTable, type System, toSystem } from './statement.rules'
import { type ProtectedTable, protectTable } from './table.rules'

const key = new Uint8Array(32).fill(8)
const u = toUniform(key)
const codes = [
  'peopleByCentre',
  'peopleByNationality',
  'peopleByAge',
  'peopleByCentreAge',
  'public/peopleByNationality/nationality:continent,age:majority/all',
  'public/peopleByCentre/centre,age:majority,nationality:continent/all',
  'partner/peopleByNationality/nationality,age:majority/all',
  'partner/peopleByCentre/centre,age/all',
]

function ask(
  records: ReturnType<typeof givenPopulation>,
  code: string,
): { table: ProtectedTable; policy: Policy } {
  const asked = findAsked(code)
  const measure = measures[asked?.measure ?? 'peopleByAge']
  const by = findBreakdown(measure, asked?.also ?? []) ?? []
  const policy = policyOf(asked?.profile ?? 'public')
  const people = records.filter((one) => one.unit === 'person').length
  const table = protectTable({
    measure,
    hierarchies: by.map((one) => hierarchyOf(one, givenDomains)),
    atoms: toAtoms(records, measure, by),
    people,
    policy,
    u,
    levels: asked?.levels ?? [],
  })
  return { table, policy }
}

describe('the gate', () => {
  it.each(isSweep ? [500, 5000] : [5000])(
    'lets tables of two profiles out one after the other, and each proves all before it (%i people)',
    async (n) => {
      const records = givenPopulation(n, 71, key)
      const before: StatedTable[] = []
      let refused = 0
      // Each table is proven beside all before it, so half of them cost a quarter.
      const asked = codes.filter((_, index) => isSweep || index % 2 === 0)
      for (const code of asked) {
        const { table, policy } = ask(records, code)
        const budget = toBudget(releaseWork)
        const gated = await passGate(table, joinTo(before), policy, (problem, run) =>
          withSolver(problem, run, budget),
        ).catch(() => null)
        // A table that cannot be proven with that much work does not leave.
        if (gated === null) {
          refused += 1
          continue
        }
        before.push(toStated(toPublished(gated.table), policy, gated.table.least))
        expect(findFlaw(toSystem(before, 5), gated.certificate)).toBeNull()
      }
      expect(refused).toBeLessThan(asked.length / 2)
      // Someone who stands in the narrowest cells knows of one person more, and of no one else.
      const system = toSystem(before, 5)
      const known: System = {
        columns: system.columns,
        statements: system.statements.map((one) => ({ ...one, width: Math.max(0, one.width - 1) })),
      }
      const column = system.statements.find((one) => one.width > 0)?.plus[0] ?? 0
      const own = { plus: [column], minus: [], lower: 1, upper: Number.POSITIVE_INFINITY, width: 0 }
      const insider: System = { ...known, statements: [...known.statements, own] }
      const { findings } = await withSolver(toProblem(insider), (minimise) => audit(insider, minimise))
      expect(findings.filter((one) => !one.isSafe)).toEqual([])
    },
    240_000,
  )

  it('withholds more, or refuses, what exact numbers under a mask would give away (control)', {
    timeout: 60_000,
  }, async () => {
    const { table, policy } = ask(givenPopulation(5000, 72, key), 'peopleByCentreAge')
    // As a dashboard prints it: everything that is shown is exact.
    const exact = table.cells.map((cell) =>
      cell.value === null ? cell : { ...cell, lower: cell.value, upper: cell.value },
    )
    const system = toSystem([toStated(toPublished({ ...table, cells: exact }), policy)], 5)
    const found = await withSolver(toProblem(system), (minimise) => audit(system, minimise)).catch(() => null)
    expect(found?.certificate ?? null).toBeNull()
  })

  it('asks in a system that knows less only when the first is proven to contradict itself', async () => {
    const jointOf = (...lower: number[]): Joint => ({
      system: {
        columns: 1,
        statements: lower.map((one) => ({ plus: [0], minus: [], lower: one, upper: one + 9, width: 5 })),
      },
      tables: [],
      periods: [],
      kin: [],
      cells: lower.length,
    })
    const alone = jointOf(20)
    const opposed = await auditFirst([jointOf(20, 40), alone], withSolver, proveAll)
    expect(opposed.joint).toBe(alone)
    expect(opposed.found.certificate).not.toBeNull()
    await expect(auditFirst([jointOf(20, 40)], withSolver, proveAll)).rejects.toThrow('no population')
    const agreed = jointOf(20, 22)
    // The work of a question ends before an answer, and the next system would be settled at once.
    const slow: Solve = (problem, run) =>
      problem.lower.length === 2 ? run(() => Promise.resolve(null)) : withSolver(problem, run)
    const { joint, found } = await auditFirst([agreed, alone], slow, proveAll)
    expect(joint).toBe(agreed)
    expect(found.certificate).toBeNull()
  })
})
