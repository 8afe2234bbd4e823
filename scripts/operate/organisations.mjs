// accompany org: several organisations on one machine, about ten. Each is a whole installation (docs/adr/0171): its own PostgreSQL server, account,
// settings, secrets, units, backups and version. What is here only counts ports and walks through them.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { root } from '../child.mjs'
import { withClient } from '../pg-client.mjs'
import { Refusal } from '../refusal.mjs'
import { findSettings, readDatabase, readSettingsFile, rolePasswords } from './installation.mjs'
import { placesOf } from './places.mjs'

const FOLDER = '/etc/accompany/of'
const DEBIAN = '/usr/lib/postgresql'
/** The first is for an installation without a name. */
const FIRST = { pages: 3001, database: 5432 }

const listNames = () => (fs.existsSync(FOLDER) ? fs.readdirSync(FOLDER).sort() : [])

/** @param {string[]} names given; all of them when none is */
function chosen(names) {
  const all = listNames()
  if (all.length === 0)
    throw new Refusal('There is no organisation here yet: sudo accompany org add NAME --answers FILE')
  const unknown = names.find((name) => !all.includes(name))
  if (unknown !== undefined)
    throw new Refusal(`There is no organisation "${unknown}" here. There are: ${all.join(', ')}.`)
  return names.length > 0 ? names : all
}

/** @param {string} name @param {string} program @param {string[]} words @returns {number} exit code */
const runFor = (name, program, words) =>
  spawnSync(program, words, { stdio: 'inherit', env: { ...process.env, ACCOMPANY_ORG: name } }).status ?? 1

/** @param {string} command @param {string[]} args */
function must(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8' })
  if (done.status !== 0)
    throw new Refusal(`${command} ${args.join(' ')} failed: ${done.stderr || done.error?.message}`)
}

/** A PostgreSQL server of its own, as Debian makes them. @param {string} name @param {number} port */
function makeServer(name, port) {
  const version = fs
    .readdirSync(DEBIAN)
    .filter((one) => fs.existsSync(path.join(DEBIAN, one, 'bin/initdb')))
    .sort((one, other) => Number(other) - Number(one))[0]
  if (version === undefined)
    throw new Refusal('PostgreSQL is not installed on this machine: sudo apt install postgresql')
  if (!fs.existsSync(path.join('/etc/postgresql', version, name)))
    must('pg_createcluster', ['--port', String(port), version, name, '--', '--encoding=UTF8'])
  // One that runs already ends with 2.
  const { status, stderr } = spawnSync('pg_ctlcluster', [version, name, 'start'], { encoding: 'utf8' })
  if (status !== 0 && status !== 2) throw new Refusal(`The database of ${name} did not start: ${stderr}`)
}

/** @param {string} name @param {string | undefined} file of answers, as for init */
function add(name, file) {
  if (!/^[a-z][a-z0-9]{1,20}$/.test(name))
    throw new Refusal(`"${name}" is no name: two to twenty-one small letters and digits.`)
  if (file === undefined)
    throw new Refusal('Give the answers of this organisation: --answers FILE (see docs/install.md).')
  const settings = placesOf(name).settings
  if (!fs.existsSync(settings)) {
    const used = listNames().map((one) => Number(readSettingsFile(placesOf(one).settings).PORT))
    let number = 1
    while (used.includes(FIRST.pages + 2 * number)) number += 1
    const given = parseEnv(fs.readFileSync(file, 'utf8'))
    const answers = {
      DATABASE: `local:${FIRST.database + number}`,
      PORT: String(FIRST.pages + 2 * number),
      ...given,
    }
    if (answers.DATABASE === `local:${FIRST.database + number}`) makeServer(name, FIRST.database + number)
    const folder = path.dirname(settings)
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
    fs.writeFileSync(
      path.join(folder, 'answers'),
      Object.entries(answers)
        .map(([key, value]) => `${key}="${value}"\n`)
        .join(''),
      { mode: 0o600 },
    )
  }
  const code = runFor(name, path.join(root, 'accompany'), [
    'init',
    '--answers',
    path.join(path.dirname(settings), 'answers'),
  ])
  if (fs.existsSync(settings)) fs.rmSync(path.join(path.dirname(settings), 'answers'), { force: true })
  return code
}

/** @param {string} link */
const targetOf = (link) => {
  try {
    return path.basename(fs.readlinkSync(link))
  } catch {
    return '-'
  }
}

function list() {
  for (const name of listNames()) {
    const { settings, current } = placesOf(name)
    const { ADDRESS, PORT, DATABASE } = readSettingsFile(settings)
    console.log(
      `  ${name.padEnd(22)} ${targetOf(current).padEnd(8)} ${PORT}  ${DATABASE.padEnd(12)} ${ADDRESS}`,
    )
  }
  return 0
}

/** In turn, and all of them whatever becomes of one. @param {string[]} names @param {string[]} words */
function each(names, words) {
  const codes = names.map((name) => {
    console.log(`\n━━ ${name}`)
    return runFor(name, placesOf(name).command, words)
  })
  return Math.max(0, ...codes)
}

const SAME_SECRETS = 'it gets in, so two organisations have the same secrets.'

/** Null where the password was refused. Anything else is no answer: a server that is away keeps no one out. @param {unknown} error */
const whyNotIn = (error) => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no code'
  return /^28/.test(code) ? null : `it could not be tried (${code}).`
}

/** With the passwords of this organisation, at the databases of the others. @param {string[]} ports */
async function probe(ports) {
  const { host } = readDatabase(findSettings().DATABASE)
  let code = 0
  for (const port of ports)
    for (const [role, password] of Object.entries(rolePasswords())) {
      const url = `postgresql://accompany_${role}:${password}@${host}:${port}/accompany`
      const found = await withClient(url, async () => SAME_SECRETS).catch(whyNotIn)
      if (found === null) continue
      console.log(`  ✗ accompany_${role} at the database on port ${port}: ${found}`)
      code = 2
    }
  return code
}

/** What one account may not read of another organisation. @param {string} name @param {string[]} others */
function readsOthers(name, others) {
  const found = others.flatMap((other) => {
    const { secrets, settings, state } = placesOf(other)
    const { BACKUP_TO } = readSettingsFile(settings)
    return [settings, secrets, state, BACKUP_TO].filter(
      (place) => spawnSync('runuser', ['-u', placesOf(name).stem, '--', 'test', '-r', place]).status === 0,
    )
  })
  for (const place of found)
    console.log(`  ✗ ${place} can be read by the account of ${name}: chmod go= ${place}`)
  return found.length > 0 ? 2 : 0
}

/** @param {string[]} names */
function check(names) {
  let code = each(names, ['doctor'])
  for (const name of names) {
    const others = listNames().filter((one) => one !== name)
    const ports = others
      .map((one) => readDatabase(readSettingsFile(placesOf(one).settings).DATABASE))
      .flatMap(({ isLocal, port }) => (isLocal ? [port] : []))
    code = Math.max(
      code,
      runFor(name, placesOf(name).command, ['org', 'probe', ...ports]),
      readsOthers(name, others),
    )
  }
  if (code === 0) console.log('\n  ✓ no organisation gets at another one')
  return code
}

/** @param {string[]} words @param {{ answers?: string | undefined }} values @returns {Promise<number>} exit code */
export async function organisations([verb, ...rest], { answers }) {
  if (process.getuid?.() !== 0) throw new Refusal('This needs root: sudo accompany org …')
  const [first = '', ...names] = rest
  if (verb === 'add') return add(first, answers)
  if (verb === 'list') return list()
  if (verb === 'upgrade') return each(chosen(names), ['upgrade', path.resolve(first)])
  if (verb === 'backup') return each(chosen(rest), ['backup'])
  if (verb === 'check') return check(chosen(rest))
  if (verb === 'probe') return probe(rest)
  throw new Refusal(
    'Say what to do: accompany org add NAME --answers FILE | list | upgrade ARCHIVE [NAME…] | backup [NAME…] | check [NAME…]',
  )
}
