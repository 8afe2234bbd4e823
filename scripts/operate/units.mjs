// The units of systemd, from the files of the release.
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../child.mjs'
import { organisation, places, placesOf } from './places.mjs'

/** @typedef {import('./installation.mjs').Settings} Settings */

/** @param {string} text @param {Record<string, string>} values */
export const fillIn = (text, values) =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => {
    const value = values[name]
    if (value === undefined) throw new Error(`nothing stands for {{${name}}}`)
    return value
  })

/** The same for one of several organisations: its own account, places and names. @param {string} text */
function forOrganisation(text) {
  if (organisation === null) return text
  const alone = placesOf(null)
  const changes = [
    [alone.settings, places.settings],
    [alone.secrets, places.secrets],
    [alone.current, places.current],
    [alone.slots, places.slots],
    ['OnFailure=accompany-', `OnFailure=${places.stem}-`],
    ['User=accompany', `User=${places.stem}`],
    ['Group=accompany', `Group=${places.stem}`],
    ['StateDirectory=accompany', `StateDirectory=${places.stem}`],
    ['Description=Accompany', `Description=Accompany of ${organisation}`],
    ['[Service]\n', `[Service]\nEnvironment=ACCOMPANY_ORG=${organisation}\n`],
  ]
  return changes.reduce((changed, [from = '', to = '']) => changed.replaceAll(from, to), text)
}

/** @param {Settings} settings */
export function writeUnits(settings) {
  const from = path.join(root, 'packaging/systemd')
  const writable = [settings.BACKUP_TO, settings.AUDIT_COPY_FILE && path.dirname(settings.AUDIT_COPY_FILE)]
  // A folder that is not there must not keep a unit from starting: what writes into it says so.
  const values = {
    WRITABLE: writable
      .filter(Boolean)
      .map((folder) => `-${folder}`)
      .join(' '),
  }
  fs.mkdirSync(places.units, { recursive: true })
  for (const name of fs.readdirSync(from))
    fs.writeFileSync(
      path.join(places.units, name.replace('accompany', places.stem)),
      forOrganisation(fillIn(fs.readFileSync(path.join(from, name), 'utf8'), values)),
    )
}
