import * as z from 'zod'
import type { StatsWork, Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import { no, ok, type Result } from '@/lib/shared/result'
import { readPopulation } from './atom.data'
import { addKeys } from './cube.rules'
import { publicPolicy } from './disclosure.rules'
import { assertLaminar, type Hierarchy, hierarchyOf } from './hierarchy.rules'
import { type Dimension, dimensions } from './measure.rules'
import {
  mayPay,
  type NoiseFacts,
  type NoisePerson,
  type NoisePlan,
  type NoisyTable,
  noiseLeast,
  noisePlans,
  noiseTables,
  type Payment,
  printNoise,
  toNoiseFacts,
} from './noise.rules'
import { PERIOD_KINDS } from './period.rules'
import { readPeople } from './rows.data'
import { type FrozenPerson, subjects } from './rows.rules'
import { getSnapshotKey } from './snapshot.data'
import { toNoise, toOrder, toUniform } from './snapshot-key'
import { readDomains, type SnapshotRow } from './statistic.data'
import { roundPeople } from './table.rules'

export type ProtectedNoise = { facts: NoiseFacts; tables: readonly NoisyTable[] }

/** What was ever paid in the organisation, the oldest first. */
export async function readPayments({ tx }: StatsWork): Promise<readonly Payment[]> {
  const rows = await tx.sdcBudget.findMany({
    include: { snapshot: { select: { periodKind: true, periodStart: true, periodEnd: true } } },
    orderBy: [{ createdAt: 'asc' }, { plan: 'asc' }],
  })
  return rows.map(({ snapshotId, plan, parts, snapshot }) => ({
    snapshotId,
    plan: noisePlans.read(plan),
    parts,
    period: {
      kind: PERIOD_KINDS.read(snapshot.periodKind),
      start: toDay(snapshot.periodStart),
      end: toDay(snapshot.periodEnd),
    },
  }))
}

const readHierarchies = async (
  work: StatsWork,
  snapshotId: string,
): Promise<ReadonlyMap<Dimension, Hierarchy>> => {
  const domains = await readDomains(work, snapshotId)
  return new Map(dimensions.codes.map((one) => [one, assertLaminar(hierarchyOf(one, domains))]))
}

/** Whether a plan may be asked for, and what would be counted: no one is counted for it, and nothing is paid. */
export async function previewNoise(
  work: StatsWork,
  snapshot: SnapshotRow,
  plan: NoisePlan,
): Promise<Result<NoiseFacts, 'populationTooSmall' | 'budgetUsed'>> {
  const { persons, key } = await readPopulation(work, snapshot.id)
  const u = toUniform(await getSnapshotKey(work, snapshot.id))
  const rounded = roundPeople({ persons, key: addKeys(key, 0) }, publicPolicy, u)
  if (rounded - (publicPolicy.base - 1) < noiseLeast) return no('populationTooSmall')
  if (!mayPay(await readPayments(work), snapshot, plan)) return no('budgetUsed')
  return ok(toNoiseFacts(plan, await readHierarchies(work, snapshot.id)))
}

const paid = z.array(z.object({ said: z.enum(['paid', 'used', 'given', 'waits', 'notFound']) })).length(1)

/** Pays, in a transaction that ends before anyone is counted: what fails afterwards stays paid, and is not paid again. */
export async function payNoise(
  { tx }: Work,
  snapshotId: string,
  plan: NoisePlan,
): Promise<Result<Record<string, never>, 'budgetUsed' | 'noiseGiven' | 'requestWaits'>> {
  const [row] = paid.parse(await tx.$queryRaw`SELECT app.spend_noise(${snapshotId}::uuid, ${plan}) AS said`)
  if (row?.said === 'given') return no('noiseGiven')
  if (row?.said === 'waits') return no('requestWaits')
  return row?.said === 'paid' ? ok({}) : no('budgetUsed')
}

/** The tables of a plan that was paid; the same snapshot gives the same noise. */
export async function protectNoise(
  work: StatsWork,
  snapshot: SnapshotRow,
  plan: NoisePlan,
): Promise<Result<ProtectedNoise, 'populationTooSmall' | 'budgetUsed'>> {
  const facts = await previewNoise(work, snapshot, plan)
  if (!facts.ok) return facts
  const isPaid = (await readPayments(work)).some((one) => one.snapshotId === snapshot.id && one.plan === plan)
  if (!isPaid) return no('budgetUsed')
  const { subject } = noiseTables[plan]
  const key = await getSnapshotKey(work, snapshot.id)
  const people = (await readPeople(work, snapshot.id, subject)).map((one) => toNoisePerson(one, subject, key))
  const tables = printNoise(plan, people, await readHierarchies(work, snapshot.id), toNoise(key, plan))
  return ok({ facts: facts.value, tables })
}

const toNoisePerson = (
  { key: record, leaves, codes }: FrozenPerson,
  subject: 'who' | 'topics',
  key: Uint8Array,
): NoisePerson => ({
  ...Object.fromEntries(subjects[subject].dimensions.map((dimension, i) => [dimension, [leaves[i] ?? '']])),
  ...(subject === 'topics' ? { topic: toOrder(key, record)(codes) } : {}),
})
