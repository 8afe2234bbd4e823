import { createHash } from 'node:crypto'
import type { StatsWork, Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { no, ok, type Result } from '@/lib/shared/result'
import type { LabelOf } from './file.rules'
import { auditRelease, type Proof } from './gate.data'
import { findBreakdown } from './measure.rules'
import { toPackage } from './package.data'
import { toCode } from './question.rules'
import { engineVersion, meter, meterQuota, type Spec, toReleaseId, toSpec } from './release.rules'
import { getSigner } from './release-key.data'
import type { Signer } from './signature'
import { releaseWork } from './solver'
import { findProven } from './standard.data'
import { standardWork } from './standard.rules'
import { type Question, type ReadTable, readMetered, readTable } from './statistic.data'

export type Release = Question & {
  language: string
  recipient: string
  purpose: string
}
export type ReleaseMessages = { labelOf: LabelOf; method: readonly string[] }
export type Released = { releaseId: string; measure: string; cellsHidden: number }

/** What the register is to hold; `files` is null when it holds this question already. */
export type PreparedRelease = { value: Released; files: Readonly<Record<string, unknown>> | null }

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

/** One release of an organisation at a time: two at once would each find the allowance unused. Held until the commit. */
export async function lockRegister({ tx, actor }: Work): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`release:${actor.organisationId}`}, 0))`
}

/** Answers the question for the register, with its files as they will be for ever. Writes nothing. */
export async function prepareRelease(
  work: StatsWork,
  release: Release,
  messages: ReleaseMessages,
): Promise<Result<PreparedRelease, 'populationTooSmall' | 'allowanceUsed' | 'auditFailed'>> {
  const { table: counted, snapshot, measure, policy } = await readTable(work, release)
  // As it was proven when the period was frozen: what was withheld then is withheld for ever.
  const proven = counted && (await findProven(work, snapshot.id, toCode(release)))
  const whole = proven ?? counted
  if (!whole || whole.cells.length === 0) return no('populationTooSmall')
  const asked = findBreakdown(measure, release.also) ?? []
  const spec = toSpec(whole, asked, release.language, policy, snapshot.hierarchies)
  const releaseId = toReleaseId(snapshot.id, spec, sha256)
  const value = { releaseId, measure: measure.id, cellsHidden: whole.hidden }
  if ((await work.tx.sdcRelease.count({ where: { id: releaseId } })) > 0) return ok({ value, files: null })
  const metered = meter(await readMetered(work, snapshot.id), {
    unit: measure.unit,
    levels: spec.levels,
    policy,
  })
  if (metered.cellsNew > 0 && metered.meterAfter > meterQuota) return no('allowanceUsed')
  const audited = await auditRelease(
    work,
    snapshot.id,
    measure,
    whole,
    policy,
    proven ? standardWork : releaseWork,
  )
  if (!audited.ok) return audited
  const { table, certificate, proof } = audited.value
  const signer = await getSigner(work)
  return ok({
    value: { ...value, cellsHidden: table.hidden },
    files: {
      ...metered,
      ...(await makeFiles({ table, certificate, proof, snapshot, spec, releaseId, words: messages, signer })),
    },
  })
}

async function makeFiles(made: {
  table: NonNullable<ReadTable['table']>
  certificate: Proof
  proof: Proof
  snapshot: ReadTable['snapshot']
  spec: Spec
  releaseId: string
  words: ReleaseMessages
  signer: Signer
}) {
  const { table, certificate, proof, snapshot, spec, releaseId, words, signer } = made
  const facts = {
    releaseId,
    spec,
    periodStart: snapshot.start,
    periodEnd: snapshot.end,
    frozenOn: snapshot.frozenOn,
    leftOut: snapshot.leftOut,
    certificate,
  }
  const { csv, json, zip, fileHashes } = await toPackage(table, facts, words, signer)
  return {
    snapshotId: snapshot.id,
    measure: table.measure,
    spec: { ...spec, dimensions: [...spec.dimensions], levels: [...spec.levels] },
    profile: spec.profile,
    engineVersion,
    cellsShown: table.shown,
    cellsHidden: table.hidden,
    certificate: JSON.stringify(proof),
    csv,
    json,
    zip: Buffer.from(zip).toString('base64'),
    fileHashes,
  }
}

/**
 * Writes what was prepared, inside the transaction of the Work (docs/adr/0014). The same question again keeps the first
 * files and adds the new recipient only.
 */
export async function insertRelease(
  { tx }: Work,
  { value, files }: PreparedRelease,
  { recipient, purpose }: { recipient: string; purpose: string },
): Promise<void> {
  const content = files === null ? null : JSON.stringify(files)
  await tx.$executeRaw`SELECT app.register_release(${value.releaseId}, ${content}::jsonb, ${newId()}::uuid, ${recipient}, ${purpose})`
}
