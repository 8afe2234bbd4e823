import { audit, type Finding } from '@/lib/statistics/audit.rules'
import { cellKey, tabulate } from '@/lib/statistics/cube.rules'
import { type Policy, type Profile, policyOf } from '@/lib/statistics/disclosure.rules'
import { passGate } from '@/lib/statistics/gate.rules'
import { hierarchyOf } from '@/lib/statistics/hierarchy.rules'
import { toJoint } from '@/lib/statistics/joint.rules'
import { contributionCap, findBreakdown, measures, sensitivityOf } from '@/lib/statistics/measure.rules'
import { quarterOf } from '@/lib/statistics/period.rules'
import { toProblem } from '@/lib/statistics/problem.rules'
import { findAsked } from '@/lib/statistics/question.rules'
import { toUniform } from '@/lib/statistics/snapshot-key'
import { releaseWork, toBudget, withSolver } from '@/lib/statistics/solver'
import { toPublished, toStated } from '@/lib/statistics/stated.rules'
import { type StatedTable, type System, toSystem } from '@/lib/statistics/statement.rules'
import { type ProtectedTable, protectTable } from '@/lib/statistics/table.rules'
import { type GivenRecord, givenDomains, toAtoms } from '../given/population'

/** What left before one snapshot's tables, for the gate. */
export const joinTo = (before: readonly StatedTable[]) => (own: readonly StatedTable[]) => [
  toJoint([{ days: quarterOf(2026, 3), tables: [...before, ...own] }], [], contributionCap),
]

const u = toUniform(new Uint8Array(32).fill(8))

/** What a statistician of an organisation would ask of one quarter. */
export const codes: Readonly<Record<Profile, readonly string[]>> = {
  public: [
    'peopleByCentre',
    'peopleByNationality',
    'peopleByAge',
    'peopleByCentreAge',
    'public/peopleByNationality/nationality:continent,age:majority/all',
    'public/peopleByCentre/centre,age:majority,nationality:continent/all',
  ],
  partner: [
    'partner/peopleByNationality/nationality,age:majority/all',
    'partner/peopleByCentre/centre,age/all',
    'partner/peopleByAge/age/all',
  ],
}

export type Question = { table: ProtectedTable; policy: Policy; truth: ReadonlyMap<string, number> }

/** A table as the room protects it, with the true number of each cell beside it for anyone who judges the attack. */
export function ask(records: readonly GivenRecord[], code: string): Question {
  const asked = findAsked(code)
  const measure = measures[asked?.measure ?? 'peopleByAge']
  const by = findBreakdown(measure, asked?.also ?? []) ?? []
  const policy = policyOf(asked?.profile ?? 'public')
  const atoms = toAtoms(records, measure, by)
  const table = protectTable({
    measure,
    hierarchies: by.map((one) => hierarchyOf(one, givenDomains)),
    atoms,
    people: records.filter((one) => one.unit === 'person').length,
    policy,
    u,
    levels: asked?.levels ?? [],
  })
  const at = table.axes.map((axis) => by.indexOf(axis.dimension))
  const counts = tabulate(
    table.axes,
    atoms.persons.map((atom) => ({ ...atom, leaves: at.map((i) => atom.leaves[i] ?? []) })),
    [],
  )
  return { table, policy, truth: new Map([...counts].map(([cell, one]) => [cell, one.persons])) }
}

export type Released = { stated: StatedTable; truth: ReadonlyMap<string, number>; policy: Policy }

/** One after the other through the gate, each with all before it; one that cannot be proven does not leave. */
export async function release(
  records: readonly GivenRecord[],
  asked: readonly string[],
): Promise<Released[]> {
  const out: Released[] = []
  for (const code of asked) {
    const { table, policy, truth } = ask(records, code)
    const budget = toBudget(releaseWork)
    const before = out.map((one) => one.stated)
    const gated = await passGate(table, joinTo(before), policy, (problem, run) =>
      withSolver(problem, run, budget),
    ).catch(() => null)
    if (gated)
      out.push({ stated: toStated(toPublished(gated.table), policy, gated.table.least), truth, policy })
  }
  return out
}

/** Before the gate, as a table without rounding would be printed: everything from eleven people on is exact. */
export function releaseExact(records: readonly GivenRecord[], asked: readonly string[]): Released[] {
  return asked.map((code) => {
    const { table, policy, truth } = ask(records, code)
    const stated = toStated(toPublished(table), policy, table.least)
    const cells = stated.cells.map((cell) => {
      const n = truth.get(cellKey(cell.nodes)) ?? 0
      return n > 10 ? { ...cell, lower: n, upper: n, width: 0 } : { ...cell, lower: 0, upper: 10, width: 1 }
    })
    return { stated: { ...stated, cells }, truth, policy }
  })
}

/**
 * Everything released as one linear program. Of the cells with at most ten people: how many are known exactly, and how many
 * to less than the width (in people).
 */
export async function solveAll(
  released: readonly Released[],
  width: number,
): Promise<{ cells: number; exact: number; narrow: number }> {
  const small = released.flatMap(({ stated, truth }) =>
    stated.cells.map((cell) => (truth.get(cellKey(cell.nodes)) ?? 0) <= 10),
  )
  const count = async (owed: number): Promise<number> => {
    const system = toSystem(
      released.map(({ stated }) => stated),
      5,
    )
    const statements = system.statements.map((one, i) => ({ ...one, width: small[i] ? owed : 0 }))
    const findings = await findRanges({ ...system, statements })
    return findings.filter((one) => !one.isSafe).length
  }
  return { cells: small.filter(Boolean).length, exact: await count(1), narrow: await count(width) }
}

const findRanges = async (system: System): Promise<readonly Finding[]> =>
  (await withSolver(toProblem(system), (minimise) => audit(system, minimise))).findings

/**
 * Someone takes themselves, then their household, out of the tables: in the three narrowest cells they know of so many people that
 * they are there. Gives how many other cells then lie closer than their width less what they know.
 */
export async function knowOwn(released: readonly Released[]): Promise<number> {
  const system = toSystem(
    released.map(({ stated }) => stated),
    5,
  )
  const owed = system.statements.flatMap((one, i) => (one.width > 1 ? [{ one, i }] : []))
  let found = 0
  for (const own of [1, 3])
    for (const { one } of owed.sort((a, b) => a.one.upper - b.one.upper).slice(0, 3)) {
      const known = {
        plus: one.plus.slice(0, 1),
        minus: [],
        lower: own,
        upper: Number.POSITIVE_INFINITY,
        width: 0,
      }
      const statements = system.statements.map((each) => ({ ...each, width: Math.max(0, each.width - own) }))
      const findings = await findRanges({ ...system, statements: [...statements, known] })
      found += findings.filter((each) => !each.isSafe).length
    }
  return found
}

/** Groups of which a value can be said with more certainty than the policy allows, from the bounds of the file alone. */
export function nameGroups(records: readonly GivenRecord[]): number {
  let found = 0
  for (const code of [
    'public/peopleByTopic/topic,age:majority/all',
    'public/peopleBySignal/signal,age:majority/all',
    'peopleByTopic',
    'peopleBySignal',
    'public/peopleByGuardianship/guardianship/all',
    'public/peopleByTrafficking/trafficking,nationality:continent/all',
  ]) {
    const { table, policy } = ask(records, code)
    const cells = new Map(table.cells.map((cell) => [cellKey(cell.nodes), cell]))
    for (const [i, axis] of table.axes.entries()) {
      const sensitivity = sensitivityOf(axis.dimension)
      if (sensitivity === 'plain') continue
      for (const cell of table.cells) {
        const whole = cells.get(cellKey(cell.nodes.map((node, at) => (at === i ? 'total' : node))))
        if (whole && cell.nodes[i] !== 'total' && cell.lower > policy.maxShare[sensitivity] * whole.upper)
          found += 1
      }
    }
  }
  return found
}

/** Different answers to one question asked so often, the rows in another order each time. */
export function repeat(records: readonly GivenRecord[], times: number, random: () => number): number {
  const measure = measures.peopleByAge
  const atoms = toAtoms(records, measure, ['age'])
  const hierarchies = [hierarchyOf('age', givenDomains)]
  const answers = new Set<string>()
  for (let i = 0; i < times; i++) {
    const from = Math.floor(random() * atoms.persons.length)
    const turned = [...atoms.persons.slice(from), ...atoms.persons.slice(0, from)]
    const persons = i % 2 === 0 ? turned : turned.reverse()
    const table = protectTable({
      measure,
      hierarchies,
      atoms: { persons, events: [] },
      people: 640,
      policy: policyOf('public'),
      u: rememberedUniform,
    })
    answers.add(table.cells.map((cell) => `${cell.nodes.join()}=${cell.value ?? cell.flag}`).join(';'))
  }
  return answers.size
}

const coins = new Map<number, number>()
const rememberedUniform = (cell: number): number => {
  const value = coins.get(cell) ?? u(cell)
  coins.set(cell, value)
  return value
}
