import { audit } from '@/lib/statistics/audit.rules'
import { type Count, cellKey, tabulate } from '@/lib/statistics/cube.rules'
import { checkPopulation, policyOf, type Verdict } from '@/lib/statistics/disclosure.rules'
import { auditFirst, passGate } from '@/lib/statistics/gate.rules'
import { type HierarchyVersion, hierarchyOf, isResidual } from '@/lib/statistics/hierarchy.rules'
import { type Days, toJoints } from '@/lib/statistics/joint.rules'
import { contributionCap, findBreakdown, measures } from '@/lib/statistics/measure.rules'
import { findAsked } from '@/lib/statistics/question.rules'
import { judgePeople, maySee } from '@/lib/statistics/size.rules'
import { toUniform } from '@/lib/statistics/snapshot-key'
import { releaseWork, toBudget, withSolver } from '@/lib/statistics/solver'
import { toPublished, toStated } from '@/lib/statistics/stated.rules'
import type { StatedTable } from '@/lib/statistics/statement.rules'
import { type ProtectedTable, protectTable, roundPeople } from '@/lib/statistics/table.rules'
import { type GivenRecord, givenDomains, givenPopulation, givenRandom, toAtoms } from '../given/population'
import { toRecordKey } from '../record-key'

/** What was offered before h2, in the order of its list. */
export const oldTables = [
  'peopleByCentre',
  'peopleByNationality',
  'peopleByAge',
  'peopleByTopic',
  'peopleBySignal',
  'encountersByCentre',
  'visitsByCentre',
  'peopleByCentreAge',
  'peopleByNationalityAge',
] as const

export type Period = { days: Days; key: Uint8Array; records: readonly GivenRecord[] }
/** A table that left, or that none did; truth: the number of people in each of its cells. */
export type Given = {
  code: string
  left: { table: ProtectedTable; stated: StatedTable; truth: ReadonlyMap<string, Count> } | null
}

const keyed = (days: Days, seed: number, records: readonly GivenRecord[]): Period => {
  const random = givenRandom(seed * 31 + Number(days.start.replaceAll('-', '')))
  const key = new Uint8Array(32).map(() => Math.floor(random() * 256))
  return {
    days,
    key,
    records: records.map((one) => ({ ...one, rk: toRecordKey(key, `${seed}/${one.person}`) })),
  }
}

/** n people of a period. */
export const givenPeriod = (days: Days, n: number, seed: number): Period =>
  keyed(days, seed, givenPopulation(n, seed, new Uint8Array(32).fill(seed % 250)))

/** A part of them in an earlier period, in which half of them were held still. */
export const givenPart = (of: Period, days: Days, share: number, seed: number): Period => {
  const isIn = (person: number): boolean => givenRandom(seed * 7_919 + person)() < share
  const isHeld = (person: number): boolean => givenRandom(seed * 104_729 + person)() < 0.5
  return keyed(
    days,
    seed + 1,
    of.records.flatMap((one): GivenRecord[] => {
      if (!isIn(one.person)) return []
      const isOpen = one.unit === 'person' && isHeld(one.person)
      return [isOpen ? { ...one, ending: 'unknown', length: 'unknown' } : one]
    }),
  )
}

/** As it was decided before h2, by the coin of the snapshot; and as it is now, by the number of people. */
function judge(people: number, key: number, u: (key: number) => number, version: HierarchyVersion): Verdict {
  const policy = policyOf('public')
  if (version !== 'h1') return judgePeople(people, policy)
  return checkPopulation(roundPeople({ persons: people, key }, policy, u), policy)
}

/** Whether anything may be asked of a period at all. */
export function verdictOf({ records, key }: Period, version: HierarchyVersion): Verdict {
  const persons = records.filter(({ unit }) => unit === 'person')
  const sum = persons.reduce((all, { rk }) => (((all + rk) % 2 ** 32) + 2 ** 32) % 2 ** 32, 0)
  return judge(persons.length, sum, toUniform(key), version)
}

/** One question after the other through the gate, each beside everything before it and what left from other periods. */
export async function give(
  period: Period,
  codes: readonly string[],
  version: HierarchyVersion,
  others: readonly { days: Days; given: readonly Given[] }[] = [],
  work = releaseWork,
): Promise<readonly Given[]> {
  const u = toUniform(period.key)
  const people = period.records.filter(({ unit }) => unit === 'person').length
  const verdict = verdictOf(period, version)
  const given: Given[] = []
  for (const code of codes) {
    const asked = findAsked(code)
    if (asked === null) throw new Error(`${code} is no question`)
    const measure = measures[asked.measure]
    const by = findBreakdown(measure, asked.also) ?? []
    const hierarchies = by.map((one) => hierarchyOf(one, givenDomains, version))
    const policy = policyOf(asked.profile)
    if (!maySee(verdict, hierarchies, asked.levels)) {
      given.push({ code, left: null })
      continue
    }
    const atoms = toAtoms(period.records, measure, by)
    const table = protectTable({
      measure,
      hierarchies,
      atoms,
      people,
      policy,
      u,
      levels: asked.levels,
      version,
    })
    const at = table.axes.map((axis) => by.indexOf(axis.dimension))
    const truth = tabulate(
      table.axes,
      atoms.persons.map((atom) => ({ ...atom, leaves: at.map((i) => atom.leaves[i] ?? []) })),
      [],
    )
    const told = (all: readonly Given[]): StatedTable[] =>
      all.flatMap(({ left }) => (left?.table.unit === measure.unit ? [left.stated] : []))
    const budget = toBudget(work)
    const gated =
      table.axes.length === 0
        ? null
        : await passGate(
            table,
            (own) =>
              toJoints(
                others.map((one) => ({ days: one.days, tables: told(one.given) })),
                { days: period.days, tables: [...told(given), ...own] },
                [],
                contributionCap,
              ),
            policy,
            (problem, run) => withSolver(problem, run, budget),
          ).catch(() => null)
    const left = gated && {
      table: gated.table,
      stated: toStated(toPublished(gated.table), policy, gated.table.least),
      truth,
    }
    given.push({ code, left })
  }
  return given
}

const inner = ({ table }: NonNullable<Given['left']>) =>
  table.cells.filter(({ nodes }) => !nodes.some((node) => node === 'total' || isResidual(node)))

/** How many tables left, and how many of their proper numbers are printed. */
export function weighGiven(given: readonly Given[]): { tables: number; printed: number; cells: number } {
  const left = given.flatMap((one) => one.left ?? [])
  return {
    tables: left.length,
    printed: left.reduce((sum, one) => sum + inner(one).filter(({ flag }) => flag === 'rounded').length, 0),
    cells: left.reduce((sum, one) => sum + inner(one).length, 0),
  }
}

/** Of the cells of people with at most ten in them: how many are known to less than the width, from all tables of all periods. */
export async function countNarrow(
  shares: readonly { days: Days; given: readonly Given[] }[],
  width: number,
): Promise<{ small: number; narrow: number }> {
  const of = ({ days, given }: (typeof shares)[number], isOwed: boolean) => ({
    days,
    tables: given.flatMap(({ left }) =>
      left?.table.unit === 'person'
        ? [
            {
              ...left.stated,
              cells: left.stated.cells.map((cell) => {
                const isSmall = (left.truth.get(cellKey(cell.nodes))?.persons ?? 0) <= 10
                return { ...cell, width: isOwed && isSmall ? width : 0 }
              }),
            },
          ]
        : [],
    ),
  })
  let small = 0
  let narrow = 0
  for (const [at, own] of shares.entries()) {
    const others = shares.filter((_, i) => i !== at).map((one) => of(one, false))
    const joints = toJoints(others, of(own, true), [], contributionCap)
    small += of(own, true).tables.flatMap(({ cells }) => cells.filter((cell) => cell.width > 0)).length
    const { found } = await auditFirst(
      joints,
      (problem, run) => withSolver(problem, run),
      ({ system }, minimise) => audit(system, minimise),
    )
    narrow += found.findings.filter(({ isSafe }) => !isSafe).length
  }
  return { small, narrow }
}
