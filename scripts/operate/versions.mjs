// accompany upgrade FILE and accompany rollback (docs/adr/0151).
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { hashFile } from '../archive.mjs'
import { withClient } from '../pg-client.mjs'
import { step } from '../progress.mjs'
import { Refusal } from '../refusal.mjs'
import { verifySignature } from '../release/minisign.mjs'
import { findSettings, roleUrl } from './installation.mjs'
import { places } from './places.mjs'
import { compareVersions, readRelease, versionParts } from './server.mjs'
import { currentVersion, otherVersion, turnTo } from './services.mjs'

/** @typedef {{ version: string, from: string, postgres: { least: number, most: number } }} Matrix */

/**
 * The archive is what its makers signed: the list of checksums beside it says so, and its signature is by the key of the version that runs.
 * @param {string} file @param {string} publicKey
 */
export async function refuseUnsigned(file, publicKey) {
  const list = path.join(path.dirname(file), 'SHA256SUMS')
  for (const needed of [file, list, `${list}.minisig`])
    if (!fs.existsSync(needed))
      throw new Refusal(
        `${needed} is missing: fetch it from where the release is, and put it beside the archive.`,
      )
  if (!verifySignature(fs.readFileSync(list), fs.readFileSync(`${list}.minisig`, 'utf8'), publicKey))
    throw new Refusal(
      `${list} is not signed by the key of this version: do not install it, and ask its makers.`,
    )
  const name = path.basename(file)
  const line = fs
    .readFileSync(list, 'utf8')
    .split('\n')
    .find((one) => one.endsWith(`  ${name}`))
  if (line?.split(' ')[0] !== (await hashFile(file)))
    throw new Refusal(`${name} is not what SHA256SUMS says: fetch it again.`)
}

/** Whether a version may follow another in one step. @param {Matrix} matrix @param {string} current @param {number} postgres */
export function refuseStep({ version, from, postgres: { least, most } }, current, postgres) {
  if (compareVersions(version, current) <= 0)
    throw new Refusal(
      `${version} is not later than ${current}, which runs: "accompany rollback" is the way back.`,
    )
  if (compareVersions(current, from) < 0)
    throw new Refusal(`${version} follows ${from} or later, and ${current} runs: upgrade to ${from} first.`)
  if (postgres < least || postgres > most)
    throw new Refusal(
      `${version} needs PostgreSQL ${least} to ${most}, and this is ${postgres}: move the database first.`,
    )
}

/** @param {string} file @returns {string} the folder of the version, whole or not there */
function unpack(file) {
  const aside = path.join(places.releases, '.unpacking')
  fs.rmSync(aside, { recursive: true, force: true })
  fs.mkdirSync(aside, { recursive: true })
  const done = spawnSync('tar', ['-C', aside, '--no-same-owner', '-xf', file], { encoding: 'utf8' })
  const [version] = fs.readdirSync(aside)
  if (done.status !== 0 || version === undefined)
    throw new Refusal(`The archive could not be unpacked: ${done.stderr}`)
  const folder = path.join(places.releases, version)
  // Another organisation may run from it already.
  if (!fs.existsSync(folder)) fs.renameSync(path.join(aside, version), folder)
  fs.rmSync(aside, { recursive: true, force: true })
  return folder
}

/** @param {string} file the archive of a later version */
export async function upgrade(file) {
  const settings = findSettings()
  const { version: current, publicKey } = readRelease()
  if (current !== currentVersion())
    throw new Refusal(
      `${currentVersion() ?? 'No version'} runs, and this is ${current}: use the command ${places.command}.`,
    )
  if (publicKey === null)
    throw new Refusal(
      'The version that runs was not signed, so it cannot know who signs the next: install by hand, once.',
    )
  await step('looking at the signature', () => refuseUnsigned(file, publicKey))
  const name = /^accompany-(\d+\.\d+\.\d+)-/.exec(path.basename(file))?.[1]
  if (name === current) throw new Refusal(`${current} runs already.`)
  const folder = await step('unpacking', async () => unpack(file))
  /** @type {Matrix} */
  const matrix = JSON.parse(fs.readFileSync(path.join(folder, 'upgrade.json'), 'utf8'))
  const major = await withClient(roleUrl(settings, 'app'), async (client) => {
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS major")
    return rows[0].major
  })
  refuseStep(matrix, current, major)
  if (versionParts(matrix.version)[0] !== versionParts(current)[0])
    console.log(
      `  ${matrix.version} is a new major version: the way back is the backup, "accompany rollback" does not lead back.`,
    )
  const run = (/** @type {string} */ command, /** @type {string} */ word) =>
    spawnSync(command, [word], { stdio: 'inherit' }).status === 0
  if (!run(places.command, 'backup'))
    throw new Refusal('No backup was made, so nothing is changed: the version before goes on.')
  // The new version knows its own tables; the old one goes on serving meanwhile.
  if (!run(path.join(folder, 'accompany'), 'migrate'))
    throw new Refusal('The database was not brought up to date; the version before goes on.')
  await step(`turning to ${matrix.version}`, () => turnTo(settings, matrix.version))
  console.log(`\n  ${matrix.version} runs. The way back: sudo accompany rollback`)
  return 0
}

/** To the version before, on the tables of today: nothing is lost. */
export async function rollback() {
  const current = currentVersion()
  const before = otherVersion()
  if (
    current === null ||
    before === null ||
    before === current ||
    !fs.existsSync(path.join(places.releases, before))
  )
    throw new Refusal('No other version is installed here: there is nothing to go back to.')
  if (versionParts(before)[0] !== versionParts(current)[0])
    throw new Refusal(
      `${before} cannot run on the tables of ${current}: restore the backup made before the upgrade.`,
    )
  await step(`turning to ${before}`, () => turnTo(findSettings(), before))
  return 0
}
