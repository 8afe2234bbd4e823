// What runs all the time (serve, jobs), and what the night and the operator do with backups.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createTransport } from 'nodemailer'
import { readAuditLog } from '../audit-log/read-audit-log.mjs'
import { findLast, keepErasures, main as runBackup } from '../backup.mjs'
import { root, typescript } from '../child.mjs'
import { withClient } from '../pg-client.mjs'
import { refuseOlderDatabase } from '../prepare.mjs'
import { step } from '../progress.mjs'
import { Refusal } from '../refusal.mjs'
import { lookAtArchive, restoreDatabase, main as runRestore } from '../restore.mjs'
import { forgetAgain } from '../restore-erasures.mjs'
import { giveToAccount, ownFiles } from './backup-folder.mjs'
import {
  applyEnvironment,
  findSettings,
  keyFile,
  operateEnvironment,
  readDatabase,
  roleUrl,
  serveEnvironment,
} from './installation.mjs'
import { handOutKeys, keepersOf } from './keepers.mjs'
import { writeOutcome } from './outcome.mjs'
import { ACCOUNT, places } from './places.mjs'
import {
  asSuperuser,
  compareVersions,
  databaseRelease,
  dropDatabase,
  makeDatabase,
  readRelease,
  versionParts,
} from './server.mjs'
import { askReady, portOf, readSlot, whileStopped } from './services.mjs'

/**
 * A version runs on tables of its own, and on those of a later one of the same major, which only adds.
 * @param {import('./installation.mjs').Settings} settings
 */
async function refuseWrongTables(settings) {
  const { version } = readRelease()
  const made = await databaseRelease(settings)
  if (made !== null && compareVersions(made, version) > 0) {
    if (versionParts(made)[0] === versionParts(version)[0]) return
    throw new Refusal(
      `The tables are of ${made}, on which ${version} cannot run: start ${made}, or restore an earlier backup.`,
    )
  }
  await refuseOlderDatabase(roleUrl(settings, 'app'), 'run "sudo accompany migrate", then start again.')
}

/** Becomes the server: no process between systemd and the pages. @param {string | undefined} word */
export async function serve(word) {
  const settings = findSettings()
  applyEnvironment(serveEnvironment(settings))
  await refuseWrongTables(settings)
  process.env.PORT = String(portOf(readSlot(word)))
  process.env.HOSTNAME = process.env.LISTEN || '127.0.0.1'
  await import(pathToFileURL(path.join(root, 'server.js')).href)
  return new Promise(() => undefined)
}

/** Becomes the process of the jobs, in the same way. */
export async function jobs() {
  const settings = findSettings()
  applyEnvironment(serveEnvironment(settings))
  await refuseWrongTables(settings)
  const [program = ''] = typescript('scripts/jobs.ts')
  // It has words of its own.
  process.argv.splice(2)
  await import(pathToFileURL(program).href)
  return new Promise(() => undefined)
}

/** @param {string | undefined} word @returns {Promise<number>} 0 when the slot answers */
export async function ready(word) {
  const { isReady, says } = await askReady(portOf(readSlot(word)))
  console.log(says)
  return isReady ? 0 : 1
}

/** Archives belong to the account of the nightly run, also those that someone asks for by day. */
function becomeAccount() {
  if (process.getuid?.() !== 0) return
  process.setgroups?.([])
  process.setgid?.(ACCOUNT)
  process.setuid?.(ACCOUNT)
}

/** @param {string[]} words of npm run backup, without its folder */
export async function backup(words) {
  const settings = findSettings()
  applyEnvironment(operateEnvironment(settings))
  becomeAccount()
  const code = await runBackup([settings.BACKUP_TO, ...words])
  if (code === 0) handOutKeys(settings.BACKUP_TO, keepersOf(settings.KEYS_TO))
  return code
}

/** Who was erased since the last backup: an earlier state that is brought back must forget them as well. */
export async function copyErasures() {
  const settings = findSettings()
  becomeAccount()
  await withClient(roleUrl(settings, 'backup'), (client) => keepErasures(client, settings.BACKUP_TO))
  return 0
}

/** After the database was taken back to a moment of before by other means than an archive (pgBackRest, a snapshot of the machine). */
export async function afterPointInTime() {
  const settings = findSettings()
  const erased = await forgetAgain(
    roleUrl(settings, 'migrate'),
    path.join(settings.BACKUP_TO, 'erasures.json'),
  )
  console.log(`  ${erased} erasures replayed; everyone must sign in again`)
  return verify([])
}

/** @param {string[]} words */
export async function verify(words) {
  const settings = findSettings()
  const code = await readAuditLog({ url: roleUrl(settings, 'backup'), keyFile: keyFile() }, words)
  writeOutcome('verify.json', code === 0)
  return code
}

/** @param {import('./installation.mjs').Settings} settings */
const isUsed = (settings) =>
  asSuperuser(settings, (superuser) =>
    withClient(superuser(readDatabase(settings.DATABASE).name), async (client) => {
      const { rows: there } = await client.query(
        "SELECT to_regclass('public.organisation') IS NOT NULL AS yes",
      )
      if (!there[0].yes) return false
      const { rows } = await client.query(
        'SELECT EXISTS (SELECT FROM public.organisation) AND EXISTS (SELECT FROM public.staff) AS used',
      )
      return rows[0].used
    }),
  )

/**
 * Puts an archive into the installation of this machine, which no one has used yet.
 * @param {string} archive @param {{ identity: string, keys?: string | undefined, words: string[] }} options keys: the copy of the key file
 */
export async function restore(archive, { identity, keys, words }) {
  const settings = findSettings()
  if (await isUsed(settings))
    throw new Refusal(
      'Someone uses this installation already: restore on another machine, or see "Back to the backup made before" in docs/runbook.md. Nothing was changed.',
    )
  // Before anything is emptied or written over.
  await step('looking at the archive', () =>
    lookAtArchive({
      file: archive,
      identityFile: identity,
      neededKeys: words.includes('--without-keys') ? undefined : (keys ?? keyFile()),
    }),
  )
  if (keys !== undefined) {
    const place = path.join(places.secrets, 'keys')
    fs.copyFileSync(keys, place)
    // A stick knows no owner, and everyone may read what lies on it.
    fs.chmodSync(place, 0o600)
  }
  giveToAccount(ownFiles(settings.BACKUP_TO))
  applyEnvironment(operateEnvironment(settings))
  const { name } = readDatabase(settings.DATABASE)
  return whileStopped(async () => {
    await dropDatabase(settings, name)
    await makeDatabase(settings)
    return runRestore([archive, '--identity', identity, ...words])
  })
}

/** Restores the last archive beside the database, reads it, and throws it away. @param {{ identity: string, archive?: string | undefined }} options */
export async function drill({ identity, archive }) {
  const settings = findSettings()
  const last = findLast(settings.BACKUP_TO)
  if (archive === undefined && last === null)
    throw new Refusal('There is no backup yet: sudo accompany backup')
  const file = archive ?? path.join(settings.BACKUP_TO, last?.file ?? '')
  const name = 'accompany_drill'
  await dropDatabase(settings, name)
  try {
    await makeDatabase(settings, name)
    const url = roleUrl(settings, 'migrate', name)
    const restored = await step('restoring', () =>
      restoreDatabase({ url, file, identityFile: identity, neededKeys: keyFile() }),
    )
    console.log(`  ${restored.rows} rows of ${restored.tables} tables`)
    const code = await step('reading', () =>
      readAuditLog({ url: roleUrl(settings, 'backup', name), keyFile: keyFile() }, []),
    )
    writeOutcome('drill.json', code === 0)
    return code
  } finally {
    await dropDatabase(settings, name)
  }
}

/** @param {string} unit that failed; "test" for a trial @param {string} address @returns {{ subject: string, text: string }} */
export const alertMail = (unit, address) =>
  unit === 'test'
    ? {
        subject: 'Accompany: this is a trial',
        text: `Alarms of ${address} arrive here. Nothing is wrong: someone typed "accompany alert test".\n`,
      }
    : {
        subject: `Accompany: ${unit}`,
        text: `${unit} failed on the machine of ${address}.\n\nOn that machine: sudo accompany doctor, and: journalctl -u ${unit}\n`,
      }

/** Tells the one who is responsible that a unit failed. @param {string} unit */
export async function alert(unit) {
  const { SMTP_URL, MAIL_FROM, ALERT_TO, ADDRESS } = findSettings()
  const mail = alertMail(unit, ADDRESS)
  if (!SMTP_URL || !MAIL_FROM || !ALERT_TO)
    throw new Refusal(
      `"${mail.subject}" reaches no one: set SMTP_URL, MAIL_FROM and ALERT_TO in ${places.settings}.`,
    )
  const server = createTransport({
    url: SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  try {
    await server.sendMail({ from: MAIL_FROM, to: ALERT_TO, ...mail })
  } catch (error) {
    throw new Refusal(
      `The mail server took no mail: ${error instanceof Error ? error.message : 'it did not say why'}. Look at SMTP_URL in ${places.settings}.`,
    )
  } finally {
    server.close()
  }
  console.log(`  A mail went to ${ALERT_TO}.`)
  return 0
}
