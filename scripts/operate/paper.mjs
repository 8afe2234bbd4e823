// accompany key paper and accompany key read: the key file on a sheet of paper, and back. accompany card: one page for the day of a disaster.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import QRCode from 'qrcode'
import { Refusal } from '../refusal.mjs'
import { findSettings, keyFile, readDatabase } from './installation.mjs'
import { places } from './places.mjs'
import { readRelease } from './server.mjs'

/** Letters and digits that are not taken for one another (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const KEY = 32
/** Bytes of a row before its check; four rows hold a key and four bytes that check it as a whole. */
const ROW = 9
const ROWS = 4

/** @param {Uint8Array} bytes @param {number} length */
const checkOf = (bytes, length) => createHash('sha256').update(bytes).digest().subarray(0, length)

/** @param {Uint8Array} bytes 10 @returns {string} 16 letters, in fours */
function toLetters(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = Array.from(
    { length: bits.length / 5 },
    (_, at) => LETTERS[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)],
  )
  return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** @param {string} text @returns {Buffer | null} 10 bytes; null when it is no row */
function fromLetters(text) {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (plain.length !== 16 || [...plain].some((letter) => !LETTERS.includes(letter))) return null
  const bits = [...plain].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
}

/** @param {string} line of the key file @returns {string[]} rows, each with a check of its own */
export function toRows(line) {
  const [name = '', key = ''] = line.split(':')
  const bytes = Buffer.from(key, 'base64')
  if (bytes.length !== KEY) throw new Refusal(`The line ${name} of the key file holds no key.`)
  const all = Buffer.concat([bytes, checkOf(Buffer.from(line), ROW * ROWS - KEY)])
  return Array.from({ length: ROWS }, (_, at) => {
    const part = all.subarray(at * ROW, (at + 1) * ROW)
    return toLetters(Buffer.concat([part, checkOf(Buffer.concat([Buffer.from([at]), part]), 1)]))
  })
}

/** @param {string} name @param {string[]} rows as someone typed them @returns {string} the line of the key file */
export function fromRows(name, rows) {
  if (rows.length !== ROWS)
    throw new Refusal(`${name} has ${rows.length} rows: there are ${ROWS} on the paper.`)
  const parts = rows.map((row, at) => {
    const bytes = fromLetters(row)
    const part = bytes?.subarray(0, ROW)
    if (
      bytes === null ||
      part === undefined ||
      checkOf(Buffer.concat([Buffer.from([at]), part]), 1)[0] !== bytes[ROW]
    )
      throw new Refusal(`Row ${at + 1} of ${name} is not as on the paper: look at it letter by letter.`)
    return part
  })
  const all = Buffer.concat(parts)
  const line = `${name}:${all.subarray(0, KEY).toString('base64')}`
  if (!checkOf(Buffer.from(line), ROW * ROWS - KEY).equals(all.subarray(KEY)))
    throw new Refusal(`The rows fit, but not with the name ${name}: look at the name.`)
  return line
}

/** @param {string} file @returns {string[]} */
const linesOf = (file) =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export async function keyPaper() {
  const { ORGANISATION, ADDRESS } = findSettings()
  console.log(`Key file of ${ORGANISATION}, ${ADDRESS}, ${new Date().toISOString().slice(0, 10)}
Two envelopes, in two places, apart from the backups. With this and the database everything can be read; without it encrypted text is lost.
Back: type the name and the four rows of each key into a file, then: sudo accompany key read FILE\n`)
  for (const line of linesOf(keyFile())) {
    console.log(`${line.split(':')[0]}`)
    for (const row of toRows(line)) console.log(`    ${row}`)
    console.log(await QRCode.toString(line, { type: 'utf8', errorCorrectionLevel: 'M' }))
  }
  return 0
}

/** @param {string} file what someone typed: a name, and below it four rows */
export async function keyRead(file) {
  /** @type {{ name: string, rows: string[] }[]} */
  const keys = []
  for (const line of linesOf(file)) {
    const last = keys.at(-1)
    if (fromLetters(line) === null && (last === undefined || last.rows.length === ROWS))
      keys.push({ name: line, rows: [] })
    else if (last === undefined) throw new Refusal(`${file} begins without the name of a key.`)
    else last.rows.push(line)
  }
  if (keys.length === 0) throw new Refusal(`${file} is empty.`)
  for (const { name, rows } of keys) console.log(fromRows(name, rows))
  return 0
}

const LINE = '______________________________'

export async function card() {
  const { ORGANISATION, ADDRESS, DATABASE, BACKUP_TO, KEYS_TO, ALERT_TO } = findSettings()
  const { isLocal, host, port } = readDatabase(DATABASE)
  console.log(`ACCOMPANY: WHEN SOMETHING IS VERY WRONG        ${ORGANISATION}, ${new Date().toISOString().slice(0, 10)}

Call first      1 ${LINE}  2 ${LINE}
Pages           ${ADDRESS}   version ${readRelease().version}
Machine         ${LINE}   provider, and who may sign in there ${LINE}
Name (DNS)      ${LINE}
Database        ${isLocal ? `on the same machine, port ${port}` : `${host}:${port}`}
Backups         ${BACKUP_TO}   copies ${LINE}
Keys of backups ${KEYS_TO || `only in ${BACKUP_TO}/keys`}
Stick           ${LINE}   second one ${LINE}
Key paper       ${LINE}   second one ${LINE}
Alarms go to    ${ALERT_TO || 'no one'}

Pages do not open     sudo accompany doctor, and mend the first line with a cross. Pages ask again by themselves; what people typed waits on
                      their devices.
Database does not     sudo systemctl status postgresql. Disk full? Make room, delete nothing of PostgreSQL. Else copy its folder away before
start                 anything is tried.
Machine is gone       A new machine, docs/install.md "Restore on another machine": stick, key paper, a copy of the backups.
Someone encrypted us  Take it off the network; do not pay, do not clean. New machine, new passwords. Restore the last archive that verify
                      calls whole; its key is at ${KEYS_TO || 'the other place'}. Then sudo accompany db new-key, db rewrap-keys, db end-sessions.
Key file is lost      Do not restart: what runs still has it. Type the key paper in: sudo accompany key read FILE.
Telephone or account  An admin ends its sessions in Settings; if an admin's: sudo accompany db end-sessions.
stolen
verify is red         Change nothing. Stop Accompany, copy the folder of the database away, compare with a restored backup.

Last checkpoint       number ${LINE}   date ______________ (write down weekly: sudo accompany db seals)

Within 72 hours       If data of people was lost, changed or seen: the data protection authority (in Belgium autoriteprotectiondonnees.be,
                      gegevensbeschermingsautoriteit.be); the people themselves when the risk for them is high. Note when you noticed:
                      ${LINE}`)
  console.log(`\nOf this machine: settings ${places.settings}, secrets ${places.secrets}.`)
  return 0
}
