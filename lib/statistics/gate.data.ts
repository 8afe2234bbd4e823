import * as z from 'zod'
import type { StatsWork } from '@/lib/db/work'
import { no, ok, type Result } from '@/lib/shared/result'
import { type Policy, policyOf, profiles } from './disclosure.rules'
import { exactPlans } from './exact.rules'
import { passGate } from './gate.rules'
import { dimensions, type Measure, measures, type Unit } from './measure.rules'
import { toProblem } from './problem.rules'
import { rowModel, rowSubjects, subjects } from './rows.rules'
import { mayRowsLeave } from './rows-gate.rules'
import { withSolver } from './solver'
import { type Published, toStated, toStatedExact, toStatedRows } from './stated.rules'
import type { StatedTable } from './statement.rules'
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

/** Every release of the snapshot that counts the same things; others say nothing about these cells. */
export async function readBefore(
  { tx }: StatsWork,
  snapshotId: string,
  unit: Unit,
): Promise<{ id: string; kind: string; stated: StatedTable[] }[]> {
  const same = Object.values(measures).filter((one) => one.unit === unit)
  const told = [
    ...rowSubjects.filter((subject) => subjects[subject].base === unit),
    ...(unit === 'person' ? exactPlans : []),
  ]
  const rows = await tx.sdcRelease.findMany({
    // Of a number with noise nothing is certain, and the auditor counts what is.
    where: { snapshotId, kind: { not: 'noise' }, measure: { in: [...same.map((one) => one.id), ...told] } },
    select: { id: true, kind: true, json: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, kind, json }) => {
    if (kind === 'rows') return { id, kind, stated: [readRows(json)] }
    if (kind === 'exact') return { id, kind, stated: readExact(json) }
    const { published, policy } = readPublished(json)
    return { id, kind, stated: [toStated(published, policy)] }
  })
}

/** Milliseconds: the transaction of the release ends at fifteen seconds, and its files are still to be made. */
const patience = 8_000

/** Throws when a file in the register cannot be read: without it nothing can be promised about the next one. */
export async function auditRelease(
  work: StatsWork,
  snapshotId: string,
  measure: Measure,
  table: ProtectedTable,
  policy: Policy,
): Promise<Result<{ table: ProtectedTable; certificate: string }, 'auditFailed'>> {
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
  return gated
    ? ok({
        table: gated.table,
        // The releases it was audited with, in their order: whoever checks it needs their files too.
        certificate: JSON.stringify({ with: before.map((one) => one.id), ...gated.certificate }),
      })
    : no('auditFailed')
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
