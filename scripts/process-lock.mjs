import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * The fields of /proc/<pid>/stat after the command name, which may itself contain spaces and brackets.
 * @param {number | string} pid
 * @returns {string[] | null} null where there is no such process, or no /proc at all
 */
function readStat(pid) {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

const hasProc = fs.existsSync('/proc/self/stat')

/**
 * Names a process for ever: a pid is reused, a pid with its start time is not.
 * @param {number} [pid]
 */
export function processName(pid = process.pid) {
  return `${pid}-${readStat(pid)?.[19] ?? '0'}`
}

/**
 * A zombie (killed, never reaped, as in a container without init) does not live.
 * @param {string} name made by processName
 */
export function isProcessAlive(name) {
  const pid = Number(name.split('-')[0])
  if (!Number.isInteger(pid) || pid <= 0) return false
  if (hasProc) {
    const stat = readStat(pid)
    return stat !== null && stat[0] !== 'Z' && stat[0] !== 'X' && processName(pid) === name
  }
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Live processes working inside a folder. PostgreSQL's processes all do, so this finds the orphans of a killed server.
 * @param {string} folder
 * @returns {number[]}
 */
export function listProcessesIn(folder) {
  if (!hasProc) return []
  const real = fs.existsSync(folder) ? fs.realpathSync(folder) : folder
  return fs
    .readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && readlink(`/proc/${entry}/cwd`) === real)
    .filter((entry) => readStat(entry)?.[0] !== 'Z')
    .map(Number)
}

/** @param {string} link */
function readlink(link) {
  try {
    return fs.readlinkSync(link)
  } catch {
    return null
  }
}

/** @param {string} file */
function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/**
 * Takes the lock when it is free, or held by a process that no longer lives.
 * @param {string} file
 * @returns {string | null} the name of the live holder, null when the lock is ours
 */
function tryLock(file) {
  const mine = `${file}.${processName()}.${randomBytes(4).toString('hex')}`
  fs.writeFileSync(mine, processName(), { mode: 0o600 })
  try {
    // A hard link appears complete or not at all, so a lock never lacks its holder's name.
    fs.linkSync(mine, file)
    return null
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    fs.rmSync(mine, { force: true })
  }
  const holder = readText(file)
  if (holder === null) return 'nobody'
  if (isProcessAlive(holder)) return holder
  const aside = `${mine}.stale`
  try {
    fs.renameSync(file, aside)
    // Another waiter may have been quicker: what we moved is then its fresh lock, which goes back.
    if (readText(aside) !== holder) fs.linkSync(aside, file)
  } catch {
    // Moved by the other waiter: the next round sees who holds it.
  }
  fs.rmSync(aside, { force: true })
  return 'nobody'
}

/**
 * Runs alone on this machine: others that ask for the same file wait. Survives any crash of the holder.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} run
 * @param {{ waiting?: (holder: string) => void }} [options] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, run, options = {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  let told = false
  for (let holder = tryLock(file); holder !== null; holder = tryLock(file)) {
    if (holder !== 'nobody' && !told) {
      options.waiting?.(holder)
      told = true
    }
    await pause(50)
  }
  try {
    return await run()
  } finally {
    fs.rmSync(file, { force: true })
  }
}
