// accompany init: from an unpacked release to pages that answer. Each step looks first whether it is done, so it may be run again after
// any stop, and after a change of the settings.
import { spawnSync } from 'node:child_process'
import dns from 'node:dns/promises'
import fs from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { parseEnv } from 'node:util'
import { makeIdentity, readRecipient } from '../backup.mjs'
import { root, runNode, typescript } from '../child.mjs'
import { withClient } from '../pg-client.mjs'
import { isEncrypted } from '../prepare.mjs'
import { step } from '../progress.mjs'
import { Refusal } from '../refusal.mjs'
import { giveToAccount, ownFiles } from './backup-folder.mjs'
import { readCertificate } from './certificate.mjs'
import { doctor } from './doctor.mjs'
import {
  operateEnvironment,
  readDatabase,
  readSettingsFile,
  refuseWrongSettings,
  roleUrl,
  toSettingsText,
} from './installation.mjs'
import { makeSecrets } from './make-secrets.mjs'
import { ACCOUNT, places } from './places.mjs'
import { asSuperuser, makeDatabase, migrateInstallation, readRelease } from './server.mjs'
import { currentSlot, portOf, settle, startServices, turnProxy, waitUntilReady } from './services.mjs'

/** @typedef {import('./installation.mjs').Settings} Settings */

const QUESTIONS = /** @type {const} */ ({
  ADDRESS: 'The address people will type (https://…)',
  ORGANISATION: 'The name of the organisation',
  ADMIN: 'The mail address of the first admin',
  BACKUP_TO: 'The folder for the nightly backups, on another disk',
  IDENTITY:
    'A file on a stick for the private key of the backups (it stays on no server), or a public key age1… made elsewhere',
})

/** @param {Record<string, string | undefined>} answers @param {string} name @param {string} question */
async function ask(answers, name, question) {
  const given = answers[name]
  if (given) return given
  if (!process.stdin.isTTY)
    throw new Refusal(`${name} is not answered: write ${name}=… into the file of answers.`)
  const reader = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await reader.question(`${question}: `)).trim()
  } finally {
    reader.close()
  }
}

/** @param {string} answer a public key, or the file of the private one @returns {Promise<string>} the public key */
async function findRecipient(answer) {
  if (answer.startsWith('age1')) return answer
  const place = path.resolve(answer)
  if (!fs.existsSync(path.dirname(place)))
    throw new Refusal(
      `${path.dirname(place)} is not there: mount the stick, or make the key on your own computer (age-keygen -o accompany.identity) and answer with its public key, age1….`,
    )
  const recipient = fs.existsSync(place) ? await readRecipient(place) : await makeIdentity(place)
  console.log(`  ${place} opens the backups: keep it off this machine, in two places.`)
  return recipient
}

/** @param {string | undefined} file of answers, NAME=value a line @returns {Promise<Settings>} */
async function findAnswers(file) {
  if (file !== undefined && !fs.existsSync(file)) throw new Refusal(`There is no file of answers ${file}.`)
  const answers = { ...(file === undefined ? {} : parseEnv(fs.readFileSync(file, 'utf8'))) }
  const { IDENTITY, ...questions } = QUESTIONS
  for (const [name, question] of Object.entries(questions)) answers[name] = await ask(answers, name, question)
  if (!answers.BACKUP_RECIPIENT) {
    answers.BACKUP_RECIPIENT = await findRecipient(await ask(answers, 'IDENTITY', IDENTITY))
  }
  delete answers.IDENTITY
  answers.ALERT_TO ||= answers.ADMIN
  const half = `${places.settings}.new`
  fs.mkdirSync(path.dirname(places.settings), { recursive: true, mode: 0o755 })
  const text = Object.entries(answers).map(([name, value]) => `${name}="${value}"\n`)
  fs.writeFileSync(half, text.join(''), { mode: 0o600 })
  return readSettingsFile(half)
}

/** @param {string | undefined} file */
async function prepareSettings(file) {
  const settings = fs.existsSync(places.settings) ? readSettingsFile() : await findAnswers(file)
  refuseWrongSettings(settings)
  if (!fs.existsSync(places.settings)) {
    fs.writeFileSync(`${places.settings}.new`, toSettingsText(settings), { mode: 0o600 })
    fs.renameSync(`${places.settings}.new`, places.settings)
  }
  return settings
}

/** @param {string} command @param {...string} args */
function must(command, ...args) {
  const done = spawnSync(command, args, { encoding: 'utf8' })
  if (done.status !== 0)
    throw new Refusal(`${command} ${args.join(' ')} failed: ${done.stderr || done.error?.message}`)
  return done.stdout.trim()
}

/** The account, and the folders that belong to it. @param {Settings} settings */
function makeAccount({ BACKUP_TO }) {
  if (spawnSync('id', ['-u', ACCOUNT]).status !== 0)
    must('useradd', '--system', '--user-group', '--no-create-home', '--home-dir', places.state, ACCOUNT)
  for (const folder of [places.state, BACKUP_TO]) fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  giveToAccount([places.state, ...ownFiles(BACKUP_TO)])
}

/** @param {string} url @param {string} what as it stands behind FROM @returns {Promise<boolean>} */
const isThere = (url, what) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT EXISTS (SELECT FROM ${what}) AS there`)
    return rows[0].there
  })

/** @param {Settings} settings @returns {Promise<boolean>} whether someone can sign in already */
const hasAdmin = (settings) =>
  asSuperuser(settings, (superuser) =>
    isThere(superuser(readDatabase(settings.DATABASE).name), "public.staff WHERE role = 'admin' AND active"),
  )

/** @param {Settings} settings @param {string} email */
export async function inviteFirstAdmin(settings, email) {
  const env = operateEnvironment(settings)
  // Its name may have been changed in Settings since: the name of the file would make a second one.
  const isNamed = await isThere(roleUrl(settings, 'migrate'), 'public.organisation')
  const words = isNamed ? [email] : [email, '--organisation', settings.ORGANISATION]
  const { code } = await runNode(typescript('scripts/first-admin.ts', ...words), { env, show: true })
  if (code !== 0) throw new Refusal('No invitation was made; the reason stands above.')
}

/** @param {{ answers?: string | undefined }} options @returns {Promise<number>} exit code */
export async function init({ answers }) {
  if (process.getuid?.() !== 0) throw new Refusal('This needs root: sudo accompany init')
  const { version } = readRelease()
  if (path.dirname(root) !== places.releases && fs.realpathSync(root) !== path.join(places.releases, version))
    throw new Refusal(
      `Unpack the release to ${places.releases}: sudo tar -C ${places.releases} -xf accompany-….tar.xz`,
    )
  // First, so that the command is there when a step stops.
  settle(version)
  const settings = await prepareSettings(answers)
  makeAccount(settings)
  const database = readDatabase(settings.DATABASE).name
  await makeSecrets(places.secrets, () => isEncryptedSoFar(settings, database))
  await step('making the database and its roles', () => makeDatabase(settings))
  await step('migrating the database', () => migrateInstallation(settings))
  if (await step('starting', () => startServices(settings))) {
    await step('waiting for the first answer', () => waitUntilReady(portOf(currentSlot()), 90))
    turnProxy(settings)
    await step('waiting for the certificate', () => waitForCertificate(new URL(settings.ADDRESS).hostname))
  } else console.log('  No systemd here: "accompany serve" and "accompany jobs" are what it would start.')
  const code = await doctor({ json: false })
  if (!(await hasAdmin(settings))) await inviteFirstAdmin(settings, settings.ADMIN)
  console.log(
    `\nPut a copy of ${path.join(places.secrets, 'keys')} into a safe, apart from the backups: without it encrypted text is lost for good.`,
  )
  return code === 2 ? 1 : 0
}

/** The first one takes a moment; when it does not come, doctor says so. @param {string} host */
async function waitForCertificate(host) {
  const deadline = Date.now() + 20_000
  if ((await dns.lookup(host).catch(() => null)) === null) return
  while ((await readCertificate(host)).until === null && Date.now() < deadline) await pause(500)
}

/** A server of this name may hold files whose key file is elsewhere. @param {Settings} settings @param {string} name */
async function isEncryptedSoFar(settings, name) {
  return asSuperuser(settings, async (superuser) => {
    const there = await withClient(superuser(), (client) =>
      client.query('SELECT FROM pg_database WHERE datname = $1', [name]),
    )
    return there.rowCount === 1 && (await isEncrypted(superuser(name)))
  })
}
