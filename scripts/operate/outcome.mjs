// What a command of the night found, for `accompany doctor`.
import fs from 'node:fs'
import path from 'node:path'
import { places } from './places.mjs'

/** @param {string} file written by a command of the night @returns {{ at: string, ok: boolean } | null} */
export const readOutcome = (file) => {
  const place = path.join(places.state, file)
  return fs.existsSync(place) ? JSON.parse(fs.readFileSync(place, 'utf8')) : null
}

/** @param {string} file @param {boolean} isOk */
export function writeOutcome(file, isOk) {
  const place = path.join(places.state, file)
  fs.writeFileSync(place, JSON.stringify({ at: new Date().toISOString(), ok: isOk }), { mode: 0o600 })
  // The nightly run writes it anew, and is not root.
  const { uid, gid } = fs.statSync(places.state)
  if (process.getuid?.() === 0) fs.chownSync(place, uid, gid)
}
