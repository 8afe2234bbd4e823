#!/usr/bin/env node
// Starts units as systemd does, where there is none: ExecStart with the account, settings and secrets that the unit names. The test of the
// installation puts it where systemctl is looked for.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseEnv } from 'node:util'

const UNITS = '/etc/systemd/system'
const STATE = '/run/units'
fs.mkdirSync(STATE, { recursive: true })

/** @param {string} command @param {string} name */
const idOf = (command, name) => Number(spawnSync('id', [command, name], { encoding: 'utf8' }).stdout)

/** @param {string} unit name@slot.service */
function readUnit(unit) {
  const [, stem = '', slot = ''] =
    /^([^@]+@?)([^@]*)\.service$/.exec(unit.includes('@') ? unit : unit.replace('.service', '.service')) ?? []
  const file = path.join(UNITS, unit.includes('@') ? `${stem}.service` : unit)
  const lines = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replaceAll('%i', slot).replaceAll('%n', unit))
  const all = (/** @type {string} */ name) =>
    lines.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1))
  return {
    command: (all('ExecStart')[0] ?? '').split(' '),
    user: all('User')[0] ?? 'root',
    environment: Object.assign(
      {},
      ...all('EnvironmentFile').map((place) => parseEnv(fs.readFileSync(place, 'utf8'))),
      ...all('Environment').map(parseEnv),
    ),
    credentials: all('LoadCredential').map((one) => one.split(':')),
    isOneshot: all('Type')[0] === 'oneshot',
    patience: Number.parseInt(all('TimeoutStopSec')[0] ?? '90', 10) * 1000,
  }
}

const pidFile = (/** @type {string} */ unit) => path.join(STATE, `${unit}.pid`)
/** @param {string} unit */
function pidOf(unit) {
  if (!fs.existsSync(pidFile(unit))) return null
  const pid = Number(fs.readFileSync(pidFile(unit), 'utf8'))
  try {
    process.kill(pid, 0)
    return /^State:\s+[ZX]/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ? null : pid
  } catch {
    return null
  }
}

/** @param {string} unit @returns {Promise<number>} */
async function start(unit) {
  if (pidOf(unit) !== null) return 0
  // Left there by the test: what a unit does that cannot be started.
  if (fs.existsSync(`${STATE}/${unit}.broken`)) return 1
  const { command, user, environment, credentials, isOneshot } = readUnit(unit)
  const [program = '', ...args] = command
  const [uid, gid] = [idOf('-u', user), idOf('-g', user)]
  const folder = path.join(STATE, `${unit}.credentials`)
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  fs.chownSync(folder, uid, gid)
  for (const [name = '', place = ''] of credentials) {
    fs.copyFileSync(place, path.join(folder, name))
    fs.chownSync(path.join(folder, name), uid, gid)
  }
  const log = fs.openSync(`${STATE}/${unit}.log`, 'a')
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', ...environment, CREDENTIALS_DIRECTORY: folder }
  const child = spawn(program, args, { uid, gid, env, cwd: '/', detached: true, stdio: ['ignore', log, log] })
  if (isOneshot) return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  fs.writeFileSync(pidFile(unit), String(child.pid))
  child.unref()
  return 0
}

/** @param {string} unit @returns {Promise<number>} */
async function stop(unit) {
  const pid = pidOf(unit)
  if (pid === null) return 0
  process.kill(-pid, 'SIGTERM')
  const deadline = Date.now() + readUnit(unit).patience
  while (pidOf(unit) !== null && Date.now() < deadline) await pause(20)
  if (pidOf(unit) !== null) process.kill(-pid, 'SIGKILL')
  return 0
}

/** Debian's own unit is not for this machine. */
function reloadProxy() {
  const args = ['--config', '/etc/caddy/Caddyfile', '--adapter', 'caddyfile']
  if (pidOf('caddy.service') !== null)
    return spawnSync('caddy', ['reload', ...args], { stdio: 'inherit' }).status ?? 1
  const log = fs.openSync(`${STATE}/caddy.log`, 'a')
  const child = spawn('caddy', ['run', ...args], { detached: true, stdio: ['ignore', log, log] })
  fs.writeFileSync(pidFile('caddy.service'), String(child.pid))
  child.unref()
  return 0
}

/** @param {string} verb @param {string} unit @returns {Promise<number>} */
async function act(verb, unit) {
  if (unit === 'caddy.service') return reloadProxy()
  if (unit.endsWith('.timer')) return 0
  if (verb === 'restart') await stop(unit)
  return verb === 'stop' ? stop(unit) : start(unit)
}

const words = process.argv.slice(2)
if (words[0] === 'show') {
  console.log(pidOf(words.at(-1) ?? '') ?? 0)
  process.exit()
}
const [verb = '', ...rest] = words.filter((word) => word !== '--now')
const isNow = words.includes('--now')
for (const unit of rest) {
  const code =
    verb === 'enable'
      ? isNow
        ? await act('start', unit)
        : 0
      : verb === 'disable'
        ? isNow
          ? await act('stop', unit)
          : 0
        : await act(verb, unit)
  if (code !== 0) process.exitCode = code
}
