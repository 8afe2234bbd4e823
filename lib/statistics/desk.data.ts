import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { ok } from '@/lib/shared/result'
import { allOf, meanings, meant, type Search, textOf } from '@/lib/shared/search'
import { listReady } from './past.data'
import { toPeriodCode } from './period.rules'
import { mayLook, type Preview, previewTable } from './preview.data'
import { type Asked, compose, findAsked, toCode } from './question.rules'
import { countAffected, getEntry, isDataLead, listReleases, namesOf } from './register.data'
import {
  insertRelease,
  lockRegister,
  prepareRelease,
  type Release,
  type ReleaseMessages as ReleaseWords,
} from './release.data'
import { insertReleaseKey, listReleaseKeys } from './release-key.data'
import { listSeconds } from './second.data'
import {
  type Format,
  getReleasedFile,
  listSnapshots,
  type ReleasedFile,
  type SnapshotRow,
} from './statistic.data'

export type StatisticsPageData = {
  snapshots: readonly SnapshotRow[]
  asked: Asked
  /** The question in one word, as addresses and the register have it. */
  code: string
  /** Null while no period is closed, and when too much was asked in an hour. */
  read: Preview | null
  /** Questions of the standard set that are proven for the period and may be given at once. */
  ready: readonly string[]
  /** The same question of another period; null when no one compares. */
  before: Preview | null
  isLimited: boolean
}

export type DeskMessages = {
  period: string | undefined
  /** An earlier period to compare with. */
  against: string | undefined
  /** A table of the list or a question in one word; else the parts of one. */
  table: string | undefined
  count: string | undefined
  by: readonly (string | undefined)[]
  only: string | undefined
  profile: string | undefined
}

const first = 'peopleByCentre'

/** What the page shows for a question in the URL; a word that is not on the lists falls back to the first choice. */
export const readPage = ({ figures }: Work, messages: DeskMessages): Promise<StatisticsPageData> =>
  figures(async (work) => {
    const snapshots = await listSnapshots(work)
    const meantTo = messages.count === undefined ? findAsked(messages.table ?? first) : compose(messages)
    const asked = meantTo ?? findAsked(first)
    if (asked === null) throw new NotFound()
    const code = meantTo !== null && messages.count === undefined ? (messages.table ?? first) : toCode(asked)
    const codes = snapshots.map(toPeriodCode)
    const period = codes.find((one) => one === messages.period) ?? codes[0]
    const frozen = snapshots.find((one) => toPeriodCode(one) === period)
    const ready = frozen === undefined ? [] : (await listReady(work, frozen.id)).map((one) => one.code)
    const said = { snapshots, asked, code, ready }
    if (period === undefined) return { ...said, read: null, before: null, isLimited: false }
    const against = codes.find((one) => one === messages.against && one !== period)
    const periods = against === undefined ? [period] : [period, against]
    if (!periods.every((one) => mayLook(work.actor.id, `${one}|${code}`)))
      return { ...said, read: null, before: null, isLimited: true }
    return {
      ...said,
      read: await previewTable(work, { period, ...asked }, code),
      before: against === undefined ? null : await previewTable(work, { period: against, ...asked }, code),
      isLimited: false,
    }
  })

/** The same for the search of an address; a part that is not on the lists is said on the page. */
export const readAddress = async (work: Work, search: Search): Promise<StatisticsPageData> => {
  const [table, count, only, profile] = ['table', 'count', 'only', 'profile'].map((name) =>
    textOf(search, name),
  )
  const words = { table, count, by: allOf(search, 'by'), only, profile }
  const isQuestion = count === undefined ? null : compose(words)
  if (count === undefined) meant(search, 'table', findAsked)
  else for (const name of ['count', 'by', 'only', 'profile']) meanings(search, name, () => isQuestion)
  const [period, against] = ['period', 'against'].map((name) => textOf(search, name))
  const data = await readPage(work, { ...words, period, against })
  for (const name of ['period', 'against'])
    meant(search, name, (text) => data.snapshots.find((one) => toPeriodCode(one) === text))
  return data
}

/** The closed periods that are frozen, newest first. */
export const readPeriods = (work: Work): Promise<readonly SnapshotRow[]> => work.figures(listSnapshots)

/** The last closed period that is frozen, and when it was; null while there is none. */
export const readLastFrozen = async (work: Work): Promise<SnapshotRow | null> =>
  (await readPeriods(work))[0] ?? null

/** How many archives given earlier the admins still have to withdraw (docs/adr/0099). */
export const readAffected = (work: Work): Promise<number> => work.figures(countAffected)

/** Makes the key that signs archives, once, in a transaction of its own: anyone who makes an archive reads it in another one. */
export async function ensureReleaseKey({ figures, apart }: Work): Promise<void> {
  const keys = await figures(listReleaseKeys)
  if (keys.some(({ until }) => until === null)) return
  await apart(async (work) => {
    const keyId = await insertReleaseKey(work, null)
    if (keyId !== null) await work.audit({ event: 'statistics.keyMade', keyId })
  })
}

/** Prepared beside the transaction of the Work, written inside it: no release without its line in the audit log. */
export async function releaseTable(work: Work, release: Release, messages: ReleaseWords) {
  await ensureReleaseKey(work)
  await lockRegister(work)
  const prepared = await work.figures((desk) => prepareRelease(desk, release, messages))
  if (!prepared.ok) return prepared
  await insertRelease(work, prepared.value, release)
  return ok(prepared.value.value)
}

export const fetchReleased = (
  { figures }: Work,
  query: { release: string; format: Format },
): Promise<ReleasedFile> => figures((work) => getReleasedFile(work, query))

export type Names = ReadonlyMap<string, string>

/** keys: with which its archives are signed, the one in use first. names: of those who made and signed the releases. */
export async function readRegister(work: Work) {
  const register = await work.figures(listReleases)
  const ids = register.releases.flatMap(({ madeBy, signature }) =>
    signature ? [madeBy, signature.by] : madeBy,
  )
  return { ...register, names: await namesOf(work, ids), keys: await work.figures(listReleaseKeys) }
}
export type RegisterPage = Awaited<ReturnType<typeof readRegister>>

/** One release as the register has it, and whether the actor may sign it. seconds: who may sign, while no one has. */
export async function readEntry(work: Work, id: string) {
  const entry = await work.figures((desk) => getEntry(desk, id))
  const ids = [
    entry.madeBy,
    ...(entry.approvedBy ? [entry.approvedBy] : []),
    ...entry.handovers.map(({ by }) => by),
    ...(entry.signature ? [entry.signature.by] : []),
  ]
  return {
    entry,
    names: await namesOf(work, ids),
    isLead: await isDataLead(work),
    isOwn: entry.madeBy === work.actor.id,
    seconds: entry.signature === null ? await listSeconds(work, entry.madeBy, 'signature') : [],
  }
}
export type EntryPage = Awaited<ReturnType<typeof readEntry>>

/** The last frozen quarter of which tables are proven and none has left yet; null when there is none. */
export const readUnpublished = ({ figures }: Work) =>
  figures(async (work) => {
    const quarter = (await listSnapshots(work)).find(({ kind }) => kind === 'quarter')
    if (quarter === undefined || (await work.tx.sdcRelease.count({ where: { snapshotId: quarter.id } })) > 0)
      return null
    const ready = (await listReady(work, quarter.id)).length
    return ready === 0 ? null : { code: toPeriodCode(quarter), start: quarter.start, ready }
  })
