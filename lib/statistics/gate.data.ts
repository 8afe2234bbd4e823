import * as z from 'zod'
import type { StatsWork } from '@/lib/db/work'
import { no, ok, type Result } from '@/lib/shared/result'
import { isPublic } from './audience.rules'
import { audit } from './audit.rules'
import type { Certificate } from './certificate.rules'
import { type Policy, policyOf, profiles } from './disclosure.rules'
import { exactPlans } from './exact.rules'
import { passGate } from './gate.rules'
import { contributionCap, dimensions, type Measure, measures, type Unit } from './measure.rules'
import { toProblem } from './problem.rules'
import { rowModel, rowSubjects, subjects } from './rows.rules'
import { mayRowsLeave } from './rows-gate.rules'
import { withSolver } from './solver'
import { type Published, toPublished, toStated, toStatedExact, toStatedRows } from './stated.rules'
import { type StatedTable, toSystem } from './statement.rules'
import type { ProtectedTable } from './table.rules'

const flags = ['rounded', 'below_threshold', 'not_shown'] as const
const fileSchema = z.object({
  release: z.object({ spec: z.object({ profile: z.enum(profiles) }) }),
  axes: z.array(
    z.object({
      dimension: z.enum(dimensions),
      level: z.string(),
      groups: z.record(z.string(), z.array(z.string())),
    }),
  ),
  rows: z.array(z.looseObject({ flag: z.enum(flags), lower: z.number(), upper: z.number() })),
})

/** Read from the released file itself: what the auditor knows is what its readers know. */
function readPublished(json: string): { published: Published; policy: Policy } {
  const { release, axes, rows } = fileSchema.parse(JSON.parse(json))
  const cells = rows.map((row) => ({
    nodes: axes.map((axis) => z.string().parse(row[axis.dimension])),
    flag: row.flag,
    lower: row.lower,
    upper: row.upper,
  }))
  return { published: { axes, cells }, policy: policyOf(release.spec.profile) }
}

const rowsSchema = z.object({
  release: z.object({ isSample: z.boolean(), removed: z.number() }),
  axes: z.array(
    z.object({
      dimension: z.enum(dimensions),
      column: z.string(),
      groups: z.record(z.string(), z.array(z.string())),
    }),
  ),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
})

const readRows = (json: string): StatedTable => {
  const { release, axes, rows } = rowsSchema.parse(JSON.parse(json))
  return toStatedRows(
    axes,
    rows.map((row) => axes.map(({ column }) => String(row[column]))),
    release,
  )
}

const exactSchema = z.object({
  release: z.object({ width: z.number() }),
  tables: z.array(
    z.object({
      axes: z.array(
        z.object({ dimension: z.enum(dimensions), groups: z.record(z.string(), z.array(z.string())) }),
      ),
      cells: z.array(z.object({ nodes: z.array(z.string()), value: z.number().nullable() })),
    }),
  ),
})

/** What a plan withholds is still owed its width, whatever leaves after it. */
const readExact = (json: string): StatedTable[] => {
  const { release, tables } = exactSchema.parse(JSON.parse(json))
  return tables.map(({ axes, cells }) => toStatedExact(axes, cells, release.width))
}

/** A release that was before. isPublic: whether readers of every archive have it. */
export type Before = { id: string; kind: string; isPublic: boolean; stated: readonly StatedTable[] }

/** Every release of the snapshot that counts the same things; others say nothing about these cells. */
export async function readBefore({ tx }: StatsWork, snapshotId: string, unit: Unit): Promise<Before[]> {
  const same = Object.values(measures).filter((one) => one.unit === unit)
  const told = [
    ...rowSubjects.filter((subject) => subjects[subject].base === unit),
    ...(unit === 'person' ? exactPlans : []),
  ]
  const rows = await tx.sdcRelease.findMany({
    // Of a number with noise nothing is certain, and the auditor counts what is.
    where: { snapshotId, kind: { not: 'noise' }, measure: { in: [...same.map((one) => one.id), ...told] } },
    select: { id: true, kind: true, profile: true, json: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, kind, profile, json }) => ({
    id,
    kind,
    isPublic: isPublic({ kind, profile }),
    stated: readStated(kind, json),
  }))
}

function readStated(kind: string, json: string): StatedTable[] {
  if (kind === 'rows') return [readRows(json)]
  if (kind === 'exact') return readExact(json)
  const { published, policy } = readPublished(json)
  return [toStated(published, policy)]
}

/** with: ids of the releases it was audited with, in their order; whoever checks it needs their files too. */
export type Proof = Certificate & { with: readonly string[] }

/**
 * A proof for readers of an archive: with the public releases alone and what is in the archive itself, because a witness tells
 * what it agrees with. Null when none was found in time.
 */
export async function proveForReaders(
  before: readonly Before[],
  own: readonly StatedTable[],
  full: Certificate,
  until = Number.POSITIVE_INFINITY,
): Promise<Proof | null> {
  const known = before.filter((one) => one.isPublic)
  const ids = known.map((one) => one.id)
  if (known.length === before.length) return { with: ids, ...full }
  const system = toSystem([...known.flatMap((one) => one.stated), ...own], contributionCap)
  const { certificate } = await withSolver(
    toProblem(system),
    (minimise) => audit(system, minimise, { isVerdictEnough: true }),
    until,
  )
  return certificate && { with: ids, ...certificate }
}

/** Milliseconds: the transaction of the release ends at fifteen seconds, and its files are still to be made. */
const patience = 8_000

/**
 * certificate: for the archive. proof: for the register, with every release, whoever it was for.
 * Throws when a file in the register cannot be read: without it nothing can be promised about the next one.
 */
export async function auditRelease(
  work: StatsWork,
  snapshotId: string,
  measure: Measure,
  table: ProtectedTable,
  policy: Policy,
): Promise<Result<{ table: ProtectedTable; certificate: Proof; proof: Proof }, 'auditFailed'>> {
  const before = await readBefore(work, snapshotId, measure.unit)
  const until = Date.now() + patience
  const gated = await passGate(
    table,
    before.flatMap((one) => one.stated),
    policy,
    (problem, run) => withSolver(problem, run, until),
    toProblem,
    () => Date.now() > until,
  ).catch((error: unknown) => {
    if (Date.now() > until) return null
    throw error
  })
  if (gated === null) return no('auditFailed')
  const own = [toStated(toPublished(gated.table), policy)]
  const certificate = await proveForReaders(before, own, gated.certificate, until)
  if (certificate === null) return no('auditFailed')
  return ok({
    table: gated.table,
    certificate,
    proof: { with: before.map((one) => one.id), ...gated.certificate },
  })
}

/**
 * Whether a file of rows may leave beside every table of the same people that has. After rows or exact tables the database gives
 * no rows at all (docs/adr/0082), and says so itself. Throws as auditRelease does.
 */
export async function auditRows(
  work: StatsWork,
  snapshotId: string,
  unit: Unit,
  rows: StatedTable,
): Promise<boolean> {
  const before = await readBefore(work, snapshotId, unit)
  const until = Date.now() + patience
  return mayRowsLeave(
    rows,
    before.flatMap(({ kind, stated }) => (kind === 'table' ? stated : [])),
    rowModel.k,
    (problem, run) => withSolver(problem, run, until),
  )
}
