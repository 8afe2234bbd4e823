// Links that say which version is in a slot, and which one serves (docs/adr/0151).
import fs from 'node:fs'
import path from 'node:path'

/** @param {string} link @returns {string | null} the version that a link leads to */
export function versionAt(link) {
  try {
    return path.basename(fs.readlinkSync(link))
  } catch {
    return null
  }
}

/** Never half a link, whenever this is killed. @param {string} link @param {string} target */
export function pointTo(link, target) {
  fs.mkdirSync(path.dirname(link), { recursive: true, mode: 0o755 })
  const half = `${link}.new`
  fs.rmSync(half, { force: true })
  fs.symlinkSync(target, half)
  fs.renameSync(half, link)
}

/**
 * Puts a version into a slot and tries it; where that fails the slot holds again what it held.
 * @param {string} link @param {string} target @param {() => Promise<void>} start
 */
export async function holdInSlot(link, target, start) {
  const before = versionAt(link) === null ? null : fs.readlinkSync(link)
  pointTo(link, target)
  try {
    await start()
  } catch (error) {
    if (before === null) fs.rmSync(link, { force: true })
    else pointTo(link, before)
    throw error
  }
}
