// How much room there is.
import fs from 'node:fs'
import path from 'node:path'

export const gib = 1024 ** 3
export const gibs = (/** @type {number} */ bytes) => `${(bytes / gib).toFixed(1)} GB`

/** @param {string} folder */
export const freeBytes = (folder, { bavail, bsize } = fs.statfsSync(folder)) => bavail * bsize

/** @param {string} folder */
export const nearest = (folder) => {
  let at = folder
  while (!fs.existsSync(at)) at = path.dirname(at)
  return at
}
