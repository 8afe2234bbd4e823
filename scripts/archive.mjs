// The archive: frames (one byte kind, four bytes length, payload), compressed, then encrypted with age. Only its last
// frame says that it is whole, and age itself notices a missing end.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { Refusal } from './refusal.mjs'

/** @typedef {{ name: string, checksum: string }} Migration */
/** @typedef {{ name: string, columns: string[] }} TableHead */
/** @typedef {{ name: string, rows: number, sha256: string }} TableEnd */
/** @typedef {{ format: 1, madeAt: string, server: string, migrations: Migration[], sequences: Record<string, string> }} Header */
/** @typedef {{ tables: TableEnd[] }} Manifest */
/**
 * @typedef {{ kind: 'header', value: Header } | { kind: 'table', value: TableHead } | { kind: 'data', value: Buffer }
 *   | { kind: 'end', value: TableEnd } | { kind: 'manifest', value: Manifest }} Frame
 */

/** @type {readonly Frame['kind'][]} */
const kinds = ['header', 'table', 'data', 'end', 'manifest']

/** @param {Frame} frame */
function toBytes(frame) {
  const body = frame.kind === 'data' ? frame.value : Buffer.from(JSON.stringify(frame.value))
  const head = Buffer.alloc(5)
  head.writeUInt8(kinds.indexOf(frame.kind), 0)
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

/** @param {number} code @param {Buffer} body @returns {Frame} */
function toFrame(code, body) {
  const kind = kinds[code]
  if (kind === undefined) throw new Refusal('The archive is damaged: it holds a part of an unknown kind.')
  return kind === 'data' ? { kind, value: body } : { kind, value: JSON.parse(body.toString('utf8')) }
}

/** @param {AsyncIterable<Frame>} frames */
async function* encode(frames) {
  for await (const frame of frames) yield toBytes(frame)
}

/** @param {AsyncIterable<Buffer>} chunks @returns {AsyncGenerator<Frame>} */
async function* decode(chunks) {
  let rest = Buffer.alloc(0)
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk])
    let at = 0
    while (rest.length - at >= 5 && rest.length - at - 5 >= rest.readUInt32BE(at + 1)) {
      const end = at + 5 + rest.readUInt32BE(at + 1)
      yield toFrame(rest.readUInt8(at), rest.subarray(at + 5, end))
      at = end
    }
    rest = rest.subarray(at)
  }
}

/**
 * @param {string} file
 * @param {AsyncIterable<Frame>} frames
 * @param {string} identity the archive's own key
 */
export async function writeArchive(file, frames, identity) {
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(identity))
  const packed = Readable.from(encode(frames)).on('error', (error) => zip.destroy(error))
  const zip = createGzip()
  packed.pipe(zip)
  /** @type {ReadableStream<any>} Node's and the browser's stream types differ in name only */
  const plain = /** @type {any} */ (Readable.toWeb(zip))
  const encrypted = await encrypter.encrypt(plain)
  // The disk has it before anyone is told that it exists.
  const target = fs.createWriteStream(file, { mode: 0o600, flush: true })
  await pipeline(Readable.fromWeb(/** @type {any} */ (encrypted)), target)
}

/**
 * Reads an archive frame by frame and checks what each part says of itself.
 * @param {string} file
 * @param {string} identity
 * @returns {AsyncGenerator<Frame>}
 */
export async function* readArchive(file, identity) {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const source = fs.createReadStream(file)
  let hash = createHash('sha256')
  /** @type {TableEnd[]} */
  const ends = []
  let whole = false
  try {
    const plain = await decrypter.decrypt(/** @type {any} */ (Readable.toWeb(source)))
    const packed = Readable.fromWeb(/** @type {any} */ (plain))
    const unzip = createGunzip()
    packed.on('error', (error) => unzip.destroy(error)).pipe(unzip)
    for await (const frame of decode(unzip)) {
      if (frame.kind === 'table') hash = createHash('sha256')
      if (frame.kind === 'data') hash.update(frame.value)
      if (frame.kind === 'end') {
        if (hash.digest('hex') !== frame.value.sha256)
          throw new Refusal(`The archive is damaged in table ${frame.value.name}.`)
        ends.push(frame.value)
      }
      if (frame.kind === 'manifest') whole = JSON.stringify(frame.value.tables) === JSON.stringify(ends)
      yield frame
    }
  } catch (error) {
    if (error instanceof Refusal || !isArchiveFault(error)) throw error
    throw new Refusal(
      `The archive cannot be read: it is cut short or damaged, or this is not its key (${error instanceof Error ? error.message : 'unknown'}).`,
    )
  } finally {
    source.destroy()
  }
  if (!whole) throw new Refusal('The archive is not whole: its last part is missing. Take another one.')
}

/** Whether a fault came from age or zlib, not from anyone who consumes the frames. @param {unknown} error */
function isArchiveFault(error) {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (
    stack.includes('age-encryption') ||
    code.startsWith('Z_') ||
    code.startsWith('ERR_STREAM') ||
    stack.includes('noble')
  )
}

/** @param {string} file @returns {Promise<string>} */
export async function hashFile(file) {
  const hash = createHash('sha256')
  await pipeline(fs.createReadStream(file), hash)
  return hash.digest('hex')
}

/** @param {string} text @param {string[]} recipients */
export async function encryptText(text, recipients) {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(text)
}

/** @param {Uint8Array} encrypted @param {string} identity @returns {Promise<string>} */
export async function openText(encrypted, identity) {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(encrypted, 'text').catch(() => {
    throw new Refusal(
      'This identity does not open the key of the archive: take the one whose public half BACKUP_RECIPIENT named.',
    )
  })
}
