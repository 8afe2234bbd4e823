import { createHash } from 'node:crypto'
import type { Certificate } from '@/lib/statistics/certificate.rules'
import { policyOf } from '@/lib/statistics/disclosure.rules'
import { countPlan, exactDimensions } from '@/lib/statistics/exact.rules'
import { toExactPackage } from '@/lib/statistics/exact-package.data'
import type { Proof } from '@/lib/statistics/gate.data'
import { hierarchyOf, hierarchyVersion } from '@/lib/statistics/hierarchy.rules'
import type { Joint } from '@/lib/statistics/joint.rules'
import { findBest } from '@/lib/statistics/lattice.rules'
import { dimensions, findBreakdown, measures } from '@/lib/statistics/measure.rules'
import { printNoise, toNoiseFacts } from '@/lib/statistics/noise.rules'
import { toNoisePackage } from '@/lib/statistics/noise-package.data'
import { toPackage } from '@/lib/statistics/package.data'
import { passPlan } from '@/lib/statistics/plan-gate.rules'
import { findAsked } from '@/lib/statistics/question.rules'
import { toBase32, toSpec } from '@/lib/statistics/release.rules'
import { toSigner } from '@/lib/statistics/release-key'
import { checkRows, levelsWithTotal, rowModel, subjects, toRows, toShown } from '@/lib/statistics/rows.rules'
import { toRowsPackage } from '@/lib/statistics/rows-package.data'
import type { Signer } from '@/lib/statistics/signature'
import { withSolver } from '@/lib/statistics/solver'
import {
  certify,
  givenOrganisation,
  joinTold,
  type Organisation,
  type PublishedTables,
  releaseOne,
  type Snapshot,
} from './attacks/organisations'
import { givenDomains } from './given/population'

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The same key for the same name. PKCS#8 of an Ed25519 seed (RFC 8410 § 7). */
export const givenSigner = (name: string): Signer =>
  toSigner(Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), sha256(name)]))

/** rest: ids of the releases that its certificate rests on. */
export type GivenArchive = { id: string; kind: string; zip: Uint8Array; rest: readonly string[] }
type Kept = PublishedTables & { id: string }

const words = { labelOf: (_: string, node: string) => node, method: ['Rounded.'] }
const periodOf = ({ days }: Snapshot) => ({
  id: days.start,
  kind: 'quarter' as const,
  ...days,
  frozenOn: '2027-01-16',
  leftOut: 30,
  hierarchies: hierarchyVersion,
})
const idOf = (name: string): string => toBase32(sha256(name)).slice(0, 20)

/** As past.data puts ids in the order of the statements: by snapshot, the own one last. */
function toProof(
  { quarters, year }: Organisation,
  known: readonly Kept[],
  own: Snapshot,
  found: { certificate: Certificate; joint: Joint },
): Proof {
  const { periods, kin } = found.joint
  const order = periods.length > 1 ? [...[...quarters, year].filter((one) => one !== own), own] : [own]
  return {
    with: order.flatMap((snapshot) => known.flatMap((one) => (one.snapshot === snapshot ? one.id : []))),
    periods: periods.map(({ start, end }) => ({ start, end })),
    kin,
    ...found.certificate,
  }
}

async function releaseTable(
  organisation: Organisation,
  all: Kept[],
  snapshot: Snapshot,
  code: string,
  signer: Signer,
): Promise<GivenArchive | null> {
  const asked = findAsked(code)
  // Numbers of people and of conversations are audited apart.
  const told = all.filter(({ table }) => asked && table?.unit === measures[asked.measure].unit)
  const own = await releaseOne(organisation, told, snapshot, code)
  if (own?.table === undefined || own.table === null) return null
  const known = told.filter(({ kind, policy }) => kind === 'table' && policy.profile === 'public')
  const { certificate, joint } = await certify(organisation, told, own, 'public')
  if (certificate === null) return null
  const spec = toSpec(
    own.table,
    findBreakdown(measures[own.table.measure], asked?.also ?? []) ?? [],
    'en',
    policyOf(own.policy.profile),
    hierarchyVersion,
  )
  const id = idOf(`${organisation.seed}/${snapshot.days.start}/${code}`)
  const proof = toProof(organisation, known, snapshot, { certificate, joint })
  const { start, end, frozenOn, leftOut } = periodOf(snapshot)
  const facts = {
    releaseId: id,
    spec,
    periodStart: start,
    periodEnd: end,
    frozenOn,
    leftOut,
    certificate: proof,
  }
  const { zip } = await toPackage(own.table, facts, words, signer)
  all.push({ ...own, id })
  return { id, kind: 'table', zip, rest: proof.with }
}

async function releasePlan(
  organisation: Organisation,
  told: readonly Kept[],
  signer: Signer,
): Promise<GivenArchive | null> {
  const snapshot = organisation.year
  const known = told.filter(({ policy, table }) => policy.profile === 'public' && table?.unit === 'person')
  const people = peopleOf(snapshot)
  const hierarchies = new Map(exactDimensions.map((one) => [one, hierarchyOf(one, givenDomains)]))
  const tables = countPlan('centre', people, hierarchies)
  const gated = await passPlan(tables, joinTold(organisation, known, snapshot, 'joint'), withSolver)
  if (gated === null) return null
  const proof = toProof(organisation, known, snapshot, gated)
  const id = idOf(`${organisation.seed}/exact`)
  const spec = {
    measure: 'centre',
    only: null,
    language: 'en',
    profile: 'public',
    hierarchies: hierarchyVersion,
  }
  const { zip } = await toExactPackage(
    {
      facts: { plan: 'centre', printed: gated.printed, withheld: gated.withheld, tables: [] },
      tables,
      printed: tables.map(({ cells }) =>
        cells.map((cell) => ({ nodes: cell.nodes, value: gated.isHidden(cell) ? null : cell.value })),
      ),
      certificate: proof,
      proof,
    },
    { releaseId: id, spec, snapshot: periodOf(snapshot), signer },
    words.labelOf,
  )
  return { id, kind: 'exact', zip, rest: proof.with }
}

const peopleOf = ({ records }: Snapshot) =>
  records.flatMap((one) =>
    one.unit === 'person'
      ? {
          key: one.rk,
          leaves: [one.centre ?? '', one.nationality ?? '', one.ageBand],
          codes: records.flatMap(({ unit, person, topic }) =>
            unit === 'topic' && person === one.person ? (topic ?? []) : [],
          ),
        }
      : [],
  )

async function releaseRows(
  { seed, year }: Organisation,
  subject: 'who' | 'topics',
  signer: Signer,
): Promise<GivenArchive | null> {
  const people = peopleOf(year)
  const levels = subjects[subject].dimensions.map((one) => levelsWithTotal(hierarchyOf(one, givenDomains)))
  const { names, dropped, rows } = toRows(subject, people, givenDomains.topic)
  const best = findBest(rows, levels, rowModel)
  if (best === null) return null
  const shown = toShown(best, levels)
  const everybody = names.map((_, at) => {
    const counts = new Map<string, number>()
    for (const { sensitive } of rows)
      counts.set(sensitive[at] ?? '', (counts.get(sensitive[at] ?? '') ?? 0) + 1)
    return counts
  })
  const checked = checkRows(shown, everybody)
  if (checked === null) return null
  const axes = subjects[subject].dimensions.flatMap((dimension, i) => {
    const level = levels[i]?.[best.node[i] ?? 0]
    return level ? { dimension, level } : []
  })
  const id = idOf(`${seed}/rows/${subject}`)
  const { zip } = await toRowsPackage(
    {
      facts: {
        subject,
        columns: [],
        sensitive: names,
        dropped,
        people: shown.length,
        removed: 0,
        isSample: false,
        ...checked,
        risk: best.risk,
        loss: best.loss,
        unfair: [],
      },
      axes,
      rows: shown,
    },
    {
      releaseId: id,
      spec: {
        measure: subject,
        levels: axes.map(({ dimension, level }) => `${dimension}:${level.id}`),
        only: null,
        language: 'en',
        profile: 'public',
        hierarchies: hierarchyVersion,
        sensitive: names,
        k: rowModel.k,
      },
      snapshot: periodOf(year),
      signer,
    },
    words.labelOf,
  )
  return { id, kind: 'rows', zip, rest: [] }
}

async function releaseNoise(
  { seed, year }: Organisation,
  plan: 'people' | 'ages' | 'subjects',
  signer: Signer,
): Promise<GivenArchive> {
  const hierarchies = new Map(dimensions.codes.map((one) => [one, hierarchyOf(one, givenDomains)]))
  const people = peopleOf(year).map(({ leaves: [centre = '', nationality = '', age = ''], codes }) => ({
    centre: [centre],
    nationality: [nationality],
    age: [age],
    topic: codes,
  }))
  const tables = printNoise(plan, people, hierarchies, (cell) => BigInt(sha256(cell).readInt8(0) % 13))
  const id = idOf(`${seed}/noise/${plan}`)
  const { zip } = await toNoisePackage(
    { facts: toNoiseFacts(plan, hierarchies), tables },
    {
      releaseId: id,
      spec: { measure: plan, only: null, language: 'en', profile: 'public' },
      snapshot: periodOf(year),
      signer,
    },
    words.labelOf,
  )
  return { id, kind: 'noise', zip, rest: [] }
}

/** Archives of every kind of an invented organisation, each as the product packs it, in the order in which they left. */
export async function givenArchives(seed: number, signer: Signer): Promise<readonly GivenArchive[]> {
  const organisation = givenOrganisation(seed, 520, 700)
  const quarter = organisation.quarters.at(-1) ?? organisation.year
  const told: Kept[] = []
  const archives: (GivenArchive | null)[] = []
  for (const [snapshot, code] of [
    [quarter, 'peopleByAge'],
    [quarter, 'peopleByCentre'],
    [organisation.year, 'peopleByAge'],
    [organisation.year, 'peopleByTopic'],
    [quarter, 'encountersByCentre'],
    [quarter, 'partner/peopleByCentre/centre/all'],
  ] as const)
    archives.push(await releaseTable(organisation, told, snapshot, code, signer))
  archives.push(await releasePlan(organisation, told, signer))
  for (const subject of ['who', 'topics'] as const)
    archives.push(await releaseRows(organisation, subject, signer))
  for (const plan of ['people', 'ages', 'subjects'] as const)
    archives.push(await releaseNoise(organisation, plan, signer))
  return archives.flatMap((one) => one ?? [])
}
