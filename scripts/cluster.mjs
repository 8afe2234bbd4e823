// The PostgreSQL that npm installed: no system package, no container. It outlives this process, so a start finds a
// running one; it works for root (PostgreSQL refuses to be root, and cannot look into root's private home) and for others.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import {
  canReach,
  findBinaries,
  isRoot,
  pgCtl,
  platform,
  rootHome,
  run,
  serverAccount,
  serverOptions,
} from './cluster-binaries.mjs'
import { memoryFolder } from './memory-folder.mjs'
import { installOlderPostgres } from './older-postgres.mjs'
import { findFreePort, isPortFree } from './port.mjs'
import { isProcessAlive, listProcessesIn, processName, withLock } from './process-lock.mjs'
import { Refusal } from './refusal.mjs'
import { serverSettings } from './server-settings.mjs'

/**
 * @typedef {object} Cluster a running server
 * @property {string} name 'pg' for the application, 'pg-test' for the tests
 * @property {string} data folder of .data that keeps its state files
 * @property {string} folder PostgreSQL's own data folder
 * @property {number} port
 * @property {boolean} started whether this call started it (false: it ran already)
 * @property {(database?: string) => string} superuser connection string
 * @property {() => Promise<boolean>} release stops the server unless another process uses it; answers whether it stopped
 */

/**
 * Remembers where the data lies and on which port it listens.
 * @param {string} file
 * @returns {{ folder?: string, port?: number }}
 */
function readState(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
}

/** @param {string} file @param {string} text */
export function writePrivate(file, text) {
  const half = `${file}.${processName()}`
  fs.writeFileSync(half, text, { mode: 0o600 })
  fs.renameSync(half, file)
}

/** @param {string} data @param {string} name @param {{ uid?: number, gid?: number }} account */
function chooseFolder(data, name, account) {
  const here = path.join(data, name)
  if (!isRoot || canReach(data, account)) return here
  // A checkout in a private home: the data goes where a service keeps it, never to a folder that is emptied by age.
  return path.join(rootHome, `${name}-${randomBytes(6).toString('hex')}`)
}

/**
 * The built-in locale exists from 17 on; before, ICU knows the letters of every language as well (docs/adr/0105).
 * @param {string | undefined} older major of an older PostgreSQL
 */
const localeFlags = (older) =>
  older === '15' || older === '16'
    ? ['--locale-provider=icu', '--icu-locale=und', '--locale=C']
    : ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

/**
 * @param {{ bin: (tool: string) => string, folder: string, account: { uid?: number, gid?: number }, password: string, test: boolean, older: string | undefined }} what
 */
function createCluster({ bin, folder, account, password, test, older }) {
  const half = `${folder}.new`
  fs.rmSync(half, { recursive: true, force: true })
  fs.mkdirSync(path.dirname(folder), { recursive: true, mode: 0o711 })
  fs.mkdirSync(half, { mode: 0o700 })
  const handover = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-'))
  const passwordFile = path.join(handover, 'password')
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account.uid !== undefined && account.gid !== undefined)
    for (const place of [half, handover, passwordFile]) fs.chownSync(place, account.uid, account.gid)
  const flags = ['-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8']
  // Without checksums only 18 and later must be told.
  const unsafe = older ? ['--no-sync'] : ['--no-sync', '--no-data-checksums']
  const safety = test ? unsafe : ['--data-checksums']
  try {
    run(bin('initdb'), ['-D', half, ...flags, ...localeFlags(older), ...safety], serverOptions(account))
  } finally {
    fs.rmSync(handover, { recursive: true, force: true })
  }
  fs.appendFileSync(path.join(half, 'postgresql.conf'), "\ninclude 'accompany.conf'\n")
  // Half a cluster never bears the real name, whenever this is killed.
  fs.renameSync(half, folder)
}

/** The server that answers with our password from our folder, or null. @param {string} url @param {string} folder */
async function findAnswer(url, folder) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query("SELECT current_setting('data_directory') AS folder")
    return fs.realpathSync(rows[0].folder) === fs.realpathSync(folder) ? 'ours' : 'other'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return code === '57P03' ? 'starting' : 'none'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Waits for a server that recovers, and for the orphans of a killed one. Deleting postmaster.pid while an orphan still
 * writes would let two servers share one folder.
 * @param {string} url @param {string} folder
 */
async function isRunning(url, folder) {
  const pidFile = path.join(folder, 'postmaster.pid')
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const answer = await findAnswer(url, folder)
    if (answer === 'ours') return true
    if (!fs.existsSync(pidFile)) return false
    const processes = listProcessesIn(folder)
    const postmaster = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0])
    if (processes.length === 0) {
      if (process.platform === 'linux') fs.rmSync(pidFile, { force: true })
      return false
    }
    if (answer === 'other' && !processes.includes(postmaster)) return false
    await pause(100)
  }
  throw new Refusal(
    `The database in ${folder} neither answers nor ends: stop the processes named "postgres" that use it, then start again.`,
  )
}

/**
 * Starts the embedded server of this checkout, or finds it running. Safe when two processes do it at once.
 * @param {{ data?: string, test?: boolean, hold?: 'process' | 'kept' }} [options] data: folder for everything kept
 *   between runs; hold 'kept' leaves the server running until releaseKept. The environment's TEST_POSTGRES names an older
 *   major for a test server
 * @returns {Promise<Cluster>}
 */
export async function openCluster({ data = path.resolve('.data'), test = false, hold = 'process' } = {}) {
  const older = (test && process.env.TEST_POSTGRES) || undefined
  const name = test ? `pg-test${older ? `-${older}` : ''}` : 'pg'
  const account = serverAccount()
  fs.mkdirSync(data, { recursive: true, mode: isRoot ? 0o711 : 0o700 })
  const root = await findBinaries(account, older && (await installOlderPostgres(older)))
  const lock = path.join(data, `${name}.lock`)
  const users = path.join(data, `${name}.users`)
  const bin = (/** @type {string} */ tool) =>
    path.join(root, 'bin', platform === 'windows' ? `${tool}.exe` : tool)

  return withLock(lock, async () => {
    const stateFile = path.join(data, `${name}.json`)
    const passwordFile = path.join(data, `${name}.password`)
    const state = readState(stateFile)
    const stop = (/** @type {string} */ left) =>
      pgCtl(bin('pg_ctl'), account, left, ['stop', '-m', 'immediate'])
    const isOpen = fs.existsSync(passwordFile)
    const inMemory = test ? memoryFolder({ data, name, isOpen, stop }) : null
    const saved = state.folder ? path.resolve(data, state.folder) : chooseFolder(data, name, account)
    const folder = inMemory ?? saved
    let port = state.port ?? (await findFreePort())
    const save = () => {
      const place = path.dirname(folder) === data ? path.basename(folder) : folder
      writePrivate(stateFile, JSON.stringify({ folder: place, port }))
    }
    const isNew = !fs.existsSync(folder)
    if (isNew && !isOpen) writePrivate(passwordFile, randomBytes(24).toString('base64url'))
    if (!fs.existsSync(passwordFile))
      throw new Refusal(
        `${passwordFile} is missing, without it the database in ${folder} cannot be opened: put it back, or restore a backup into an empty DATA_DIR.`,
      )
    const password = fs.readFileSync(passwordFile, 'utf8')
    if (isNew) {
      save()
      createCluster({ bin, folder, account, password, test, older })
    }
    const superuser = (database = 'postgres') =>
      `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
    const control = (/** @type {string[]} */ ...args) => pgCtl(bin('pg_ctl'), account, folder, args)
    const running = await isRunning(superuser(), folder)
    if (!running) {
      if (!(await isPortFree(port))) port = await findFreePort()
      save()
      writeSettings({ folder, account, test })
      const log = path.join(folder, 'start.log')
      const done = control('start', '-w', '-t', '120', '-l', log, '-o', `-p ${port}`)
      if (done.status !== 0) {
        const said = fs.existsSync(log)
          ? fs.readFileSync(log, 'utf8').trim().split('\n').slice(-4).join(' | ')
          : ''
        throw new Refusal(`PostgreSQL did not start in ${folder}; it said: ${said || 'nothing'}`)
      }
    }
    fs.mkdirSync(users, { recursive: true })
    // A process may open it several times, and each opening is released by itself.
    const mine = path.join(
      users,
      hold === 'kept' ? 'kept' : `${processName()}.${randomBytes(4).toString('hex')}`,
    )
    fs.writeFileSync(mine, '')
    const release = () =>
      withLock(lock, async () =>
        stopUnlessUsed({ users, mine, stop: () => control('stop', '-m', 'fast', '-w') }),
      )
    return { name, data, folder, port, started: !running, superuser, release }
  })
}

/** @param {{ folder: string, account: { uid?: number, gid?: number }, test: boolean }} what */
function writeSettings({ folder, account, test }) {
  const file = path.join(folder, 'accompany.conf')
  fs.writeFileSync(file, serverSettings(test), { mode: 0o600 })
  if (account.uid !== undefined && account.gid !== undefined) fs.chownSync(file, account.uid, account.gid)
}

/** @param {{ users: string, mine: string, stop: () => unknown }} what */
function stopUnlessUsed({ users, mine, stop }) {
  fs.rmSync(mine, { force: true })
  for (const user of fs.readdirSync(users))
    if (user !== 'kept' && !isProcessAlive(user.split('.')[0] ?? ''))
      fs.rmSync(path.join(users, user), { force: true })
  if (fs.readdirSync(users).length > 0) return false
  stop()
  return true
}
