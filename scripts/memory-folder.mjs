// A test server's data lies in memory where the system has such a folder: each test file has a database of its own, about a
// thousand files, and creating files is most of what that costs on a disk.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const memory = '/dev/shm'
/** Bytes that must be free for a new server: clones of the template beside the log. */
const NEEDED = 2 * 1024 ** 3
const TMPFS = 0x01021994

/** Ours alone: another account could have made a folder of this name first. @param {string} folder @param {number} uid */
function isOurs(folder, uid) {
  const found = fs.lstatSync(folder)
  return found.isDirectory() && found.uid === uid && (found.mode & 0o022) === 0
}

/** Removes the data of checkouts that are gone. @param {string} folder */
function tidy(folder) {
  for (const entry of fs.readdirSync(folder)) {
    if (!entry.endsWith('.of')) continue
    const file = path.join(folder, entry)
    if (fs.existsSync(fs.readFileSync(file, 'utf8'))) continue
    fs.rmSync(path.join(folder, entry.slice(0, -'.of'.length)), { recursive: true, force: true })
    fs.rmSync(file, { force: true })
  }
}

/**
 * @param {object} server
 * @param {string} server.data the folder that keeps its state files
 * @param {string} server.name
 * @param {boolean} server.isOpen whether its password is there
 * @param {(folder: string) => unknown} server.stop
 * @returns {string | null} where its data lies, null where there is no such memory or too little of it
 */
export function memoryFolder({ data, name, isOpen, stop }) {
  const uid = process.getuid?.()
  if (uid === undefined || !fs.existsSync(memory)) return null
  const folder = path.join(memory, `accompany-tests-${uid}`)
  const id = createHash('sha256').update(path.resolve(data)).digest('hex').slice(0, 12)
  const place = path.join(folder, `${id}-${name}`)
  const { type, bavail, bsize } = fs.statfsSync(memory)
  if (type !== TMPFS) return null
  // Other accounts pass through, and list nothing: as root, PostgreSQL is one of them.
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 })
  if (!isOurs(folder, uid)) return null
  tidy(folder)
  // A checkout that was deleted and made again at the same place left it behind, and no one can open it.
  if (!isOpen && fs.existsSync(place)) {
    stop(place)
    fs.rmSync(place, { recursive: true, force: true })
  }
  if (!fs.existsSync(place) && bavail * bsize < NEEDED) return null
  fs.writeFileSync(`${place}.of`, path.resolve(data), { mode: 0o600 })
  return place
}
