import * as z from 'zod'
import { SECOND_FAULTS, type SecondCode, toSecondCode } from '@/lib/accounts/second-person.rules'
import { NotFound } from '@/lib/db/errors'
import { storedCode } from '@/lib/db/stored-code'
import type { StatsWork, Work } from '@/lib/db/work'
import { insertNotices, listAdmins } from '@/lib/notices/notice.data'
import { toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { no, ok, type Result } from '@/lib/shared/result'
import { exactPlans } from './exact.rules'
import { dimensions } from './measure.rules'
import { noisePlans } from './noise.rules'
import { PERIOD_KINDS, type Period, toPeriodCode } from './period.rules'
import { engineVersion } from './release.rules'
import { findWanted, type RequestState, requestStates, twoAdminKinds, type Wanted } from './request.rules'
import { rowSubjects } from './rows.rules'
import type { Made, WantedFacts } from './wanted.data'

const asked = z.array(z.object({ said: z.enum(['asked', 'notFound', 'given', 'waits']) })).length(1)

/** Puts the question before the other admins. The files are thrown away: they are made again when someone agrees. */
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
  .array(
    z.object({ said: z.enum(['ok', 'notFound', 'answered', 'given', 'changed', ...SECOND_FAULTS.codes]) }),
  )
  .length(1)

/** The word of an admin; the database refuses the one who asked, and every file but the one that was asked for. */
export async function answerRequest(
  { tx }: Work,
  { requestId, said, reason }: { requestId: string; said: 'approved' | 'declined'; reason: string },
  made: Made | null,
): Promise<
  Result<
    Record<string, never>,
    'alreadyAnswered' | 'ownRequest' | 'rowsGiven' | 'requestChanged' | SecondCode
  >
> {
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
          certificate: JSON.stringify({ facts: made.facts, ...made.proof }),
        })
  const why = said === 'declined' ? reason : null
  const [row] = answered.parse(
    await tx.$queryRaw`SELECT app.answer_request(${requestId}::uuid, ${said}, ${why}, ${files}::jsonb, ${newId()}::uuid) AS said`,
  )
  if (row?.said === 'answered') return no('alreadyAnswered')
  if (row?.said === 'notOneself') return no('ownRequest')
  const fault = toSecondCode(row?.said ?? '')
  if (fault !== null) return no(fault)
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
  subject: storedCode(rowSubjects),
  columns: z.array(z.object({ dimension: storedCode(dimensions), level: z.string() })),
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
  plan: storedCode(exactPlans),
  printed: z.number(),
  withheld: z.number(),
  tables: z.array(
    z.object({
      axes: z.array(z.object({ dimension: storedCode(dimensions), level: z.string() })),
      cells: z.array(z.object({ nodes: z.array(z.string()), isPrinted: z.boolean() })),
    }),
  ),
})
const noiseFactsSchema = z.object({
  noise: storedCode(noisePlans),
  tables: z.array(
    z.object({
      axes: z.array(z.object({ dimension: storedCode(dimensions), level: z.string() })),
      cells: z.number(),
    }),
  ),
})
const factsSchema = z.union([rowFactsSchema, exactFactsSchema, noiseFactsSchema])
const specSchema = z.object({ measure: z.string(), language: z.string() })

/** What was ever asked of a second admin in the organisation, the newest first. */
export async function listRequests({ tx }: StatsWork, id?: string): Promise<readonly Requested[]> {
  const rows = await tx.sdcRequest.findMany({
    where: id === undefined ? {} : { id },
    include: { snapshot: { select: { periodKind: true, periodStart: true, periodEnd: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 500,
  })
  return rows.flatMap((row) => {
    const { measure, language } = specSchema.parse(row.spec)
    const wanted = findWanted(`${twoAdminKinds.read(row.kind)}/${measure}`)
    if (wanted === null) return []
    const period = {
      kind: PERIOD_KINDS.read(row.snapshot.periodKind),
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
      state: requestStates.read(row.state),
      askedBy: row.requestedBy,
      askedAt: row.createdAt,
      answer:
        row.answeredBy === null || row.answeredAt === null
          ? null
          : { by: row.answeredBy, at: row.answeredAt, reason: row.reason },
    }
  })
}

/** Throws NotFound for what is no request of the actor's organisation. */
export async function getRequest(work: StatsWork, id: string): Promise<Requested> {
  const [request] = z.uuid().safeParse(id).success ? await listRequests(work, id) : []
  if (request === undefined) throw new NotFound()
  return request
}
