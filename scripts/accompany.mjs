// accompany: what an operator does to an installation on a server of its own (docs/install.md). `usage` lists it.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { makeIdentity } from './backup.mjs'
import { root, runNode } from './child.mjs'
import { sayStatus, status } from './database-status.mjs'
import { doctor } from './operate/doctor.mjs'
import { init, inviteFirstAdmin } from './operate/init.mjs'
import { findSettings, operateEnvironment, roleUrl } from './operate/installation.mjs'
import { makeSecrets } from './operate/make-secrets.mjs'
import { organisations } from './operate/organisations.mjs'
import { card, keyPaper, keyRead } from './operate/paper.mjs'
import { pooler } from './operate/pooler.mjs'
import { migrateInstallation, readRelease } from './operate/server.mjs'
import { installUnits } from './operate/services.mjs'
import { rollback, upgrade } from './operate/versions.mjs'
import {
  afterPointInTime,
  alert,
  backup,
  copyErasures,
  drill,
  jobs,
  ready,
  restore,
  serve,
  verify,
} from './operate/work.mjs'
import { step } from './progress.mjs'
import { Refusal, runProgram } from './refusal.mjs'

const usage = `accompany COMMAND
  init [--answers FILE]           sets everything up; again after a change of the settings
  doctor [--json]                 what is wrong and how it is mended; 0 well, 1 to look at, 2 wrong
  first-admin [ADDRESS]           prints a link for an admin; also the way back in
  upgrade ARCHIVE                 to a later version, while this one serves
  rollback                        to the version before
  backup                          writes an archive now, as each night
  verify [--heads FILE]           whether everything is as it was left
  restore ARCHIVE --identity FILE [--keys FILE] [--head FILE]
  drill --identity FILE [ARCHIVE] tries a restore beside the database
  after-pitr                      after the database was taken back to an earlier moment by other means
  key paper | key read FILE       the key file for a safe, and back from the paper
  card                            one page for the day of a disaster, to print
  new-identity FILE               a private key that opens backups
  db WORD…                        what "npm run db" does to a checkout: seals, vouch, end-sessions, new-key, …
  org add NAME --answers FILE | list | upgrade ARCHIVE [NAME…] | backup [NAME…] | check [NAME…]
  pooler FOLDER                   writes the files of PgBouncer for POOLER
  make-secrets FOLDER             for containers, which get secrets as files
  alert test                      sends a mail to ALERT_TO, to see whether it arrives
  status | migrate | version | alert UNIT | copy-erasures | install-units
  serve [SLOT] | jobs | ready [SLOT]`

/** `accompany db` has words of its own. */
const given = process.argv.slice(2)
const wordsForDb = given[0] === 'db' ? given.slice(1) : []
const { values, positionals } = parseArgs({
  args: given[0] === 'db' ? ['db'] : given,
  allowPositionals: true,
  options: {
    answers: { type: 'string' },
    json: { type: 'boolean', default: false },
    identity: { type: 'string' },
    keys: { type: 'string' },
    head: { type: 'string' },
    heads: { type: 'string' },
    'accept-fewer': { type: 'boolean', default: false },
    'without-keys': { type: 'boolean', default: false },
  },
})
const [command, argument] = positionals

/** @param {string | undefined} value @param {string} what */
function needed(value, what) {
  if (value === undefined) throw new Refusal(`${what} is missing.\n\n${usage}`)
  return path.resolve(value)
}

async function migrate() {
  const { migrations, parts } = await step('migrating the database', () =>
    migrateInstallation(findSettings()),
  )
  console.log(`  ${migrations.length} migrations, ${parts.length} parts of prisma/sql`)
  return 0
}

async function showStatus() {
  const seen = await status(roleUrl(findSettings(), 'migrate'))
  for (const line of sayStatus(seen)) console.log(line)
  return seen.ok ? 0 : 1
}

async function firstAdmin() {
  const settings = findSettings()
  await inviteFirstAdmin(settings, argument ?? settings.ADMIN)
  return 0
}

function runRestore() {
  const words = [
    ...(values.head === undefined ? [] : ['--head', values.head]),
    ...(values['without-keys'] ? ['--without-keys'] : []),
  ]
  const identity = needed(values.identity, '--identity')
  return restore(needed(argument, 'The archive'), { identity, keys: values.keys, words })
}

async function key() {
  if (argument === 'paper') return keyPaper()
  if (argument === 'read') return keyRead(needed(positionals[2], 'The file'))
  throw new Refusal('accompany key paper, or accompany key read FILE')
}

async function newIdentity() {
  const file = needed(argument, 'The file')
  console.log(`BACKUP_RECIPIENT=${await makeIdentity(file)}`)
  return 0
}

/** The rarer commands of `npm run db`, on this installation. */
async function db() {
  const env = operateEnvironment(findSettings())
  const { code } = await runNode([path.join(root, 'scripts/db.mjs'), ...wordsForDb], { env, show: true })
  return code
}

async function makeSecretFiles() {
  await makeSecrets(needed(argument, 'The folder'), async () => false)
  return 0
}

/** @type {Record<string, () => Promise<number>>} */
const commands = {
  init: () => init(values),
  doctor: () => doctor(values),
  'first-admin': firstAdmin,
  upgrade: () => upgrade(needed(argument, 'The archive')),
  rollback,
  backup: () => backup(values['accept-fewer'] ? ['--accept-fewer'] : []),
  verify: () => verify(values.heads === undefined ? [] : ['--heads', values.heads]),
  restore: runRestore,
  drill: () => drill({ identity: needed(values.identity, '--identity'), archive: argument }),
  'after-pitr': afterPointInTime,
  'copy-erasures': copyErasures,
  key,
  card,
  'new-identity': newIdentity,
  db,
  org: () => organisations(positionals.slice(1), values),
  pooler: () => pooler(needed(argument, 'The folder')),
  'make-secrets': makeSecretFiles,
  status: showStatus,
  migrate,
  // Asked for by an upgrade: each version knows its own.
  'install-units': async () => {
    installUnits(findSettings())
    return 0
  },
  alert: () => alert(argument ?? 'test'),
  serve: () => serve(argument),
  jobs,
  ready: () => ready(argument),
  version: async () => {
    console.log(readRelease().version)
    return 0
  },
}

await runProgram(async () => {
  const run = Object.hasOwn(commands, command ?? '') ? commands[command ?? ''] : undefined
  if (run === undefined) throw new Refusal(usage)
  return run()
})
