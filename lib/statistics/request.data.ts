import { createHash } from 'node:crypto'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { StatsWork, Work } from '@/lib/db/work'
import { insertNotices, listAdmins } from '@/lib/notices/notice.data'
import { toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { no, ok, type Result } from '@/lib/shared/result'
import { protectPlan } from './exact.data'
import { type ExactFacts, exactPlans } from './exact.rules'
import { toExactPackage } from './exact-package.data'
import type { LabelOf } from './file.rules'
import { hierarchyVersion } from './hierarchy.rules'
import { dimensions } from './measure.rules'
import { previewNoise, protectNoise } from './noise.data'
import { type NoiseFacts, noisePlans } from './noise.rules'
import { toNoisePackage } from './noise-package.data'
import type { Packed } from './pack'
import { type Period, toPeriodCode } from './period.rules'
import { engineVersion, toIdOf } from './release.rules'
import {
  choiceOf,
  findWanted,
  type RequestState,
  requestStates,
  twoAdminKinds,
  type Wanted,
} from './request.rules'
import { protectRows } from './rows.data'
import { type RowFacts, rowModel, rowSubjects } from './rows.rules'
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
}

type Asking = { period: string; wanted: Wanted; language: string }
export type WantedFacts = RowFacts | ExactFacts | NoiseFacts
export type Refusal = 'populationTooSmall' | 'rowsNotSafe' | 'exactTooSparse' | 'auditFailed' | 'budgetUsed'

/** Makes the files anew from the frozen copy; nothing is written, and the same snapshot gives the same bytes. */
export async function makeWanted(
  work: StatsWork,
  { period, wanted, language }: Asking,
  labelOf: LabelOf,
): Promise<Result<Made, Refusal>> {
  const snapshot = await getSnapshot(work, period)
  const { kind } = wanted
  const measure = choiceOf(wanted)
  const base = { measure, only: null, language, profile: 'public' as const, hierarchies: hierarchyVersion }
  const idOf = (spec: Made['spec']): string =>
    toIdOf({ snapshot: snapshot.id, mode: kind, spec, engineVersion }, sha256)
  if (wanted.kind === 'exact') {
    const plan = await protectPlan(work, snapshot.id, wanted.plan)
    if (!plan.ok) return plan
    const { facts } = plan.value
    const levels = facts.tables.map(({ axes }) =>
      axes.map((one) => `${one.dimension}:${one.level}`).join('×'),
    )
    const spec = { ...base, levels }
    const releaseId = idOf(spec)
    const packed = await toExactPackage(plan.value, { releaseId, spec, snapshot }, labelOf)
    const counts = { shown: facts.printed, hidden: facts.withheld }
    return ok({ snapshotId: snapshot.id, kind, releaseId, measure, spec, facts, counts, packed })
  }
  if (wanted.kind === 'noise') {
    const noisy = await protectNoise(work, snapshot, wanted.plan)
    if (!noisy.ok) return noisy
    const { facts } = noisy.value
    const levels = facts.tables.map(({ axes }) =>
      axes.map((one) => `${one.dimension}:${one.level}`).join('×'),
    )
    const spec = { ...base, levels }
    const releaseId = idOf(spec)
    const packed = await toNoisePackage(noisy.value, { releaseId, spec, snapshot }, labelOf)
    const counts = { shown: facts.tables.reduce((sum, { cells }) => sum + cells, 0), hidden: 0 }
    return ok({ snapshotId: snapshot.id, kind, releaseId, measure, spec, facts, counts, packed })
  }
  const rows = await protectRows(work, snapshot.id, wanted.subject)
  if (!rows.ok) return rows
  const { facts } = rows.value
  const levels = facts.columns.map(({ dimension, level }) => `${dimension}:${level}`)
  const spec = { ...base, levels, sensitive: facts.sensitive, k: rowModel.k }
  const releaseId = idOf(spec)
  const packed = await toRowsPackage(rows.value, { releaseId, spec, snapshot }, labelOf)
  const counts = { shown: rows.value.rows.length, hidden: facts.removed }
  return ok({ snapshotId: snapshot.id, kind, releaseId, measure, spec, facts, counts, packed })
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
      ? await protectRows(work, snapshot.id, wanted.subject)
      : await protectPlan(work, snapshot.id, wanted.plan)
  return made.ok ? ok(made.value.facts) : made
}

const asked = z.array(z.object({ said: z.enum(['asked', 'notFound', 'given', 'waits']) })).length(1)

/** Puts the question before the other admins. The files are thrown away: they are made again when somebody agrees. */
export async function insertRequest(
  work: Work,
  made: Made,
  { recipient, purpose }: { recipient: string; purpose: string },
): Promise<Result<{ requestId: string }, 'rowsGiven' | 'noiseGiven' | 'requestWaits'>> {
  const requestId = newId(work.now.getTime())
  const { snapshotId, kind, releaseId, spec, facts, packed } = made
  const body = JSON.stringify({ snapshotId, kind, releaseId, spec, facts, fileHashes: packed.fileHashes })
  const [row] = asked.parse(
    await work.tx
      .$queryRaw`SELECT app.ask_release(${requestId}::uuid, ${body}::jsonb, ${recipient}, ${purpose}) AS said`,
  )
  if (row?.said === 'given') return no(kind === 'noise' ? 'noiseGiven' : 'rowsGiven')
  if (row?.said === 'waits') return no('requestWaits')
  if (row?.said !== 'asked') throw new NotFound()
  await insertNotices(work, 'release_waits', await listAdmins(work))
  return ok({ requestId })
}

const answered = z
  .array(z.object({ said: z.enum(['ok', 'notFound', 'answered', 'notOneself', 'given', 'changed']) }))
  .length(1)

/** The word of an admin; the database refuses whoever asked, and every file but the one that was asked for. */
export async function answerRequest(
  { tx }: Work,
  { requestId, said, reason }: { requestId: string; said: 'approved' | 'declined'; reason: string },
  made: Made | null,
): Promise<Result<Record<string, never>, 'alreadyAnswered' | 'ownRequest' | 'rowsGiven' | 'requestChanged'>> {
  const files =
    made === null
      ? null
      : JSON.stringify({
          measure: made.measure,
          engineVersion,
          cellsShown: made.counts.shown,
          cellsHidden: made.counts.hidden,
          csv: made.packed.csv,
          json: made.packed.json,
          zip: Buffer.from(made.packed.zip).toString('base64'),
          certificate: JSON.stringify(made.facts),
        })
  const why = said === 'declined' ? reason : null
  const [row] = answered.parse(
    await tx.$queryRaw`SELECT app.answer_request(${requestId}::uuid, ${said}, ${why}, ${files}::jsonb, ${newId()}::uuid) AS said`,
  )
  if (row?.said === 'answered') return no('alreadyAnswered')
  if (row?.said === 'notOneself') return no('ownRequest')
  if (row?.said === 'given') return no('rowsGiven')
  if (row?.said === 'changed') return no('requestChanged')
  if (row?.said !== 'ok') throw new NotFound()
  return ok({})
}

export type Requested = {
  id: string
  wanted: Wanted
  period: Period
  periodCode: string
  releaseId: string
  language: string
  facts: WantedFacts
  recipient: string
  purpose: string
  state: RequestState
  askedBy: string
  askedAt: Date
  answer: { by: string; at: Date; reason: string | null } | null
}

const share = z.number().nullable()
const rowFactsSchema = z.object({
  subject: z.enum(rowSubjects),
  columns: z.array(z.object({ dimension: z.enum(dimensions), level: z.string() })),
  sensitive: z.array(z.string()),
  dropped: z.array(z.string()),
  people: z.number(),
  removed: z.number(),
  isSample: z.boolean(),
  classes: z.number(),
  smallest: z.number(),
  risk: z.number(),
  distinct: share,
  share,
  distance: share,
  loss: z.number(),
  unfair: z.array(z.string()),
})
const exactFactsSchema = z.object({
  plan: z.enum(exactPlans),
  printed: z.number(),
  withheld: z.number(),
  tables: z.array(
    z.object({
      axes: z.array(z.object({ dimension: z.enum(dimensions), level: z.string() })),
      cells: z.array(z.object({ nodes: z.array(z.string()), isPrinted: z.boolean() })),
    }),
  ),
})
const noiseFactsSchema = z.object({
  noise: z.enum(noisePlans),
  tables: z.array(
    z.object({
      axes: z.array(z.object({ dimension: z.enum(dimensions), level: z.string() })),
      cells: z.number(),
    }),
  ),
})
const factsSchema = z.union([rowFactsSchema, exactFactsSchema, noiseFactsSchema])
const specSchema = z.object({ measure: z.string(), language: z.string() })

/** What was ever asked of a second admin in the house, the newest first. */
export async function listRequests({ tx }: StatsWork, id?: string): Promise<readonly Requested[]> {
  const rows = await tx.sdcRequest.findMany({
    where: id === undefined ? {} : { id },
    include: { snapshot: { select: { periodKind: true, periodStart: true, periodEnd: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 500,
  })
  return rows.flatMap((row) => {
    const { measure, language } = specSchema.parse(row.spec)
    const wanted = findWanted(`${z.enum(twoAdminKinds).parse(row.kind)}/${measure}`)
    if (wanted === null) return []
    const period = {
      kind: row.snapshot.periodKind === 'year' ? ('year' as const) : ('quarter' as const),
      start: toDay(row.snapshot.periodStart),
      end: toDay(row.snapshot.periodEnd),
    }
    return {
      id: row.id,
      wanted,
      period,
      periodCode: toPeriodCode(period),
      releaseId: row.releaseId,
      language,
      facts: factsSchema.parse(row.facts),
      recipient: row.recipient,
      purpose: row.purpose,
      state: z.enum(requestStates).parse(row.state),
      askedBy: row.requestedBy,
      askedAt: row.createdAt,
      answer:
        row.answeredBy === null || row.answeredAt === null
          ? null
          : { by: row.answeredBy, at: row.answeredAt, reason: row.reason },
    }
  })
}

/** Throws NotFound for what is no request of the actor's house. */
export async function getRequest(work: StatsWork, id: string): Promise<Requested> {
  const [request] = z.uuid().safeParse(id).success ? await listRequests(work, id) : []
  if (request === undefined) throw new NotFound()
  return request
}
