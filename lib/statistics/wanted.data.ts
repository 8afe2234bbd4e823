import { createHash } from 'node:crypto'
import type { StatsWork } from '@/lib/db/work'
import { ok, type Result } from '@/lib/shared/result'
import { protectPlan } from './exact.data'
import type { ExactFacts } from './exact.rules'
import { toExactPackage } from './exact-package.data'
import type { LabelOf } from './file.rules'
import type { Proof } from './gate.data'
import { previewNoise, protectNoise } from './noise.data'
import type { NoiseFacts } from './noise.rules'
import { toNoisePackage } from './noise-package.data'
import type { Packed } from './pack'
import { engineVersion, toIdOf } from './release.rules'
import { getSigner } from './release-key.data'
import { choiceOf, type Wanted } from './request.rules'
import { protectRows } from './rows.data'
import { type RowFacts, rowModel } from './rows.rules'
import { toRowsPackage } from './rows-package.data'
import { getSnapshot } from './statistic.data'

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

/** Files as they would leave, and what may be said of them before they do. */
export type Made = {
  snapshotId: string
  kind: Wanted['kind']
  releaseId: string
  measure: string
  spec: { readonly [key: string]: string | number | null | readonly string[] }
  facts: WantedFacts
  /** Rows, or numbers: in the files and not in them. */
  counts: { shown: number; hidden: number }
  packed: Packed
  /** What the register keeps of an audit with every release; null where the promise stands in the archive itself. */
  proof: Proof | null
}

const levelsOf = ({ tables }: ExactFacts | NoiseFacts): string[] =>
  tables.map(({ axes }) => axes.map((one) => `${one.dimension}:${one.level}`).join('×'))

type Asking = { period: string; wanted: Wanted; language: string }
export type WantedFacts = RowFacts | ExactFacts | NoiseFacts
export type Refusal =
  | 'populationTooSmall'
  | 'rowsNotSafe'
  | 'rowsBesideTables'
  | 'exactTooSparse'
  | 'auditFailed'
  | 'budgetUsed'

/** Makes the files anew from the frozen copy; nothing is written, and the same snapshot gives the same bytes. */
export async function makeWanted(
  work: StatsWork,
  { period, wanted, language }: Asking,
  labelOf: LabelOf,
): Promise<Result<Made, Refusal>> {
  const snapshot = await getSnapshot(work, period)
  const { kind } = wanted
  const signer = await getSigner(work)
  const measure = choiceOf(wanted)
  const base = {
    measure,
    only: null,
    language,
    profile: 'public' as const,
    hierarchies: snapshot.hierarchies,
  }
  const idOf = (spec: Made['spec']): string =>
    toIdOf({ snapshot: snapshot.id, mode: kind, spec, engineVersion }, sha256)
  if (wanted.kind === 'exact') {
    const plan = await protectPlan(work, snapshot.id, wanted.plan)
    if (!plan.ok) return plan
    const { facts } = plan.value
    const levels = levelsOf(facts)
    const spec = { ...base, levels }
    const releaseId = idOf(spec)
    const packed = await toExactPackage(plan.value, { releaseId, spec, snapshot, signer }, labelOf)
    const counts = { shown: facts.printed, hidden: facts.withheld }
    const { proof } = plan.value
    return ok({ snapshotId: snapshot.id, kind, releaseId, measure, spec, facts, counts, packed, proof })
  }
  if (wanted.kind === 'noise') {
    const noisy = await protectNoise(work, snapshot, wanted.plan)
    if (!noisy.ok) return noisy
    const { facts } = noisy.value
    const levels = levelsOf(facts)
    const spec = { ...base, levels }
    const releaseId = idOf(spec)
    const packed = await toNoisePackage(noisy.value, { releaseId, spec, snapshot, signer }, labelOf)
    const counts = { shown: facts.tables.reduce((sum, { cells }) => sum + cells, 0), hidden: 0 }
    return ok({ snapshotId: snapshot.id, kind, releaseId, measure, spec, facts, counts, packed, proof: null })
  }
  const rows = await protectRows(work, snapshot, wanted.subject)
  if (!rows.ok) return rows
  const { facts } = rows.value
  const levels = facts.columns.map(({ dimension, level }) => `${dimension}:${level}`)
  const spec = { ...base, levels, sensitive: facts.sensitive, k: rowModel.k }
  const releaseId = idOf(spec)
  const packed = await toRowsPackage(rows.value, { releaseId, spec, snapshot, signer }, labelOf)
  const counts = { shown: rows.value.rows.length, hidden: facts.removed }
  return ok({ snapshotId: snapshot.id, kind, releaseId, measure, spec, facts, counts, packed, proof: null })
}

/** What would be said of it, without its files. */
export async function previewWanted(
  work: StatsWork,
  period: string,
  wanted: Wanted,
): Promise<Result<WantedFacts, Refusal>> {
  const snapshot = await getSnapshot(work, period)
  if (wanted.kind === 'noise') return previewNoise(work, snapshot, wanted.plan)
  const made =
    wanted.kind === 'rows'
      ? await protectRows(work, snapshot, wanted.subject)
      : await protectPlan(work, snapshot.id, wanted.plan)
  return made.ok ? ok(made.value.facts) : made
}
