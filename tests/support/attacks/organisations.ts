import { isPublic } from '@/lib/statistics/audience.rules'
import type { Certificate } from '@/lib/statistics/certificate.rules'
import { type Policy, policyOf } from '@/lib/statistics/disclosure.rules'
import { auditFirst, type JoinTo, passGate, proveAll } from '@/lib/statistics/gate.rules'
import { hierarchyOf } from '@/lib/statistics/hierarchy.rules'
import { type Days, type Joint, toJoint, toJoints } from '@/lib/statistics/joint.rules'
import { contributionCap, findBreakdown, measures } from '@/lib/statistics/measure.rules'
import { quarterOf, yearOf } from '@/lib/statistics/period.rules'
import { findAsked } from '@/lib/statistics/question.rules'
import { toUniform } from '@/lib/statistics/snapshot-key'
import { releaseWork, toBudget, withSolver } from '@/lib/statistics/solver'
import { toPublished, toStated } from '@/lib/statistics/stated.rules'
import type { StatedTable } from '@/lib/statistics/statement.rules'
import { type ProtectedTable, protectTable } from '@/lib/statistics/table.rules'
import { type GivenRecord, givenDomains, givenPopulation, givenRandom, toAtoms } from '../given/population'
import { toRecordKey } from '../record-key'

/** One snapshot of an invented organisation. Every snapshot has a key of its own, and so has everyone in each. */
export type Snapshot = { days: Days; key: Uint8Array; records: readonly GivenRecord[] }
export type Organisation = {
  seed: number
  quarters: readonly Snapshot[]
  year: Snapshot
  empty: readonly Days[]
}

/** Someone keeps their group in quarter and year, so that what is said of one is true of the other. */
function toSnapshot(days: Days, seed: number, records: readonly GivenRecord[]): Snapshot {
  const random = givenRandom(seed * 31 + Number(days.start.replaceAll('-', '')))
  const key = new Uint8Array(32).map(() => Math.floor(random() * 256))
  return {
    days,
    key,
    records: records.map((one) => ({ ...one, rk: toRecordKey(key, `${seed}/${one.person}`) })),
  }
}

/**
 * Organisations of `least` to `most` people. Of an even seed everyone was met in the last quarter, when the organisation began; of an
 * odd one the last two quarters share the year between them.
 */
export function givenOrganisation(seed: number, least: number, most: number): Organisation {
  const random = givenRandom(seed * 977 + 5)
  const n = least + Math.floor(random() * (most - least))
  const everybody = givenPopulation(n, seed, new Uint8Array(32).fill(seed % 250))
  const [third, fourth] = [quarterOf(2026, 3), quarterOf(2026, 4)]
  const isOne = seed % 2 === 0
  const share = 0.35 + random() * 0.3
  const isThird = (person: number): boolean => givenRandom(seed * 7919 + person)() < share
  const quarters = isOne
    ? [toSnapshot(fourth, seed, everybody)]
    : [
        toSnapshot(
          third,
          seed,
          everybody.filter(({ person }) => isThird(person)),
        ),
        toSnapshot(
          fourth,
          seed,
          everybody.filter(({ person }) => !isThird(person)),
        ),
      ]
  return {
    seed,
    quarters,
    year: toSnapshot(yearOf(2026), seed, everybody),
    empty: [quarterOf(2026, 1), quarterOf(2026, 2), ...(isOne ? [third] : [])],
  }
}

export type PublishedTables = {
  snapshot: Snapshot
  kind: string
  table: ProtectedTable | null
  stated: readonly StatedTable[]
  policy: Policy
}

/** A question asked of a snapshot, before the gate. */
export function protect(
  snapshot: Snapshot,
  code: string,
  other?: Policy,
): { table: ProtectedTable; policy: Policy } {
  const asked = findAsked(code)
  if (asked === null) throw new Error(`${code} is no question`)
  const measure = measures[asked.measure]
  const by = findBreakdown(measure, asked.also) ?? []
  const policy = other ?? policyOf(asked.profile)
  const people = snapshot.records.filter(({ unit }) => unit === 'person').length
  const table = protectTable({
    measure,
    hierarchies: by.map((one) => hierarchyOf(one, givenDomains)),
    atoms: toAtoms(snapshot.records, measure, by),
    people,
    policy,
    u: toUniform(snapshot.key),
    levels: asked.levels,
  })
  return { table, policy }
}

/** What the auditor puts together: as it does now, or each snapshot by itself, as it did before (docs/adr/0100). */
export type Auditing = 'joint' | 'alone'

const solver = () => {
  const budget = toBudget(releaseWork)
  return <T>(problem: Parameters<typeof withSolver>[0], run: Parameters<typeof withSolver<T>>[1]) =>
    withSolver(problem, run, budget)
}

export const joinTold =
  (
    { quarters, year, empty }: Organisation,
    told: readonly PublishedTables[],
    own: Snapshot,
    how: Auditing,
  ): JoinTo =>
  (tables) => {
    const of = (snapshot: Snapshot) => ({
      days: snapshot.days,
      tables: told.filter((one) => one.snapshot === snapshot).flatMap((one) => one.stated),
    })
    const mine = { days: own.days, tables: [...of(own).tables, ...tables] }
    if (how === 'alone') return [toJoint([mine], [], contributionCap)]
    return toJoints([...quarters, year].filter((one) => one !== own).map(of), mine, empty, contributionCap)
  }

/** Releases one question after all others; null when the gate refuses it. */
export async function releaseOne(
  organisation: Organisation,
  tables: readonly PublishedTables[],
  snapshot: Snapshot,
  code: string,
  how: Auditing = 'joint',
): Promise<(PublishedTables & { certificate: Certificate; joint: Joint }) | null> {
  const { table, policy } = protect(snapshot, code)
  if (table.axes.length === 0) return null
  const gated = await passGate(table, joinTold(organisation, tables, snapshot, how), policy, solver()).catch(
    () => null,
  )
  if (gated === null) return null
  const stated = [toStated(toPublished(gated.table), policy, gated.table.least)]
  const { certificate, joint } = gated
  return { snapshot, kind: 'table', table: gated.table, stated, policy, certificate, joint }
}

/** The certificate that a public archive gets: from what is public, or from everything, as it was before (docs/adr/0099). */
export async function certify(
  organisation: Organisation,
  tables: readonly PublishedTables[],
  own: PublishedTables,
  from: 'public' | 'everything',
): Promise<{ certificate: Certificate | null; joint: Joint }> {
  const known = tables.filter(
    ({ kind, policy }) => from === 'everything' || isPublic({ kind, profile: policy.profile }),
  )
  const { joint, found } = await auditFirst(
    joinTold(organisation, known, own.snapshot, 'joint')(own.stated),
    solver(),
    proveAll,
  )
  return { certificate: found.certificate, joint }
}
