// Signatures in minisign's format, so that anyone can look at them with that program (docs/adr/0149). Made and read here, so that a server
// needs no other program. https://jedisct1.github.io/minisign/
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { Refusal } from '../refusal.mjs'

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const spki = Buffer.from('302a300506032b6570032100', 'hex')
/** What is signed is the hash of the file ("ED"): the form that minisign itself writes. */
const HASHED = Buffer.from('ED')
const hash = (/** @type {Buffer} */ data) => createHash('blake2b512').update(data).digest()

/** @param {string} text of a file of minisign @param {number} line @param {number} length */
function bytesOf(text, line, length) {
  const bytes = Buffer.from(text.trim().split('\n')[line] ?? '', 'base64')
  if (bytes.length !== length) throw new Refusal('This is no key and no signature of minisign.')
  return bytes
}

/** @param {string} text of minisign.key */
function readSecretKey(text) {
  const bytes = bytesOf(text, 1, 158)
  if (bytes.readUInt16LE(2) !== 0)
    throw new Refusal(
      'The key of the release is closed with a password: give a copy without one ("minisign -C -W -s FILE") for this run.',
    )
  const body = bytes.subarray(54)
  return { id: body.subarray(0, 8), seed: body.subarray(8, 40), publicBytes: body.subarray(40, 72) }
}

/** @param {string} text of minisign.key @returns {string} the public key in one line, as "minisign -P" takes it */
export function toPublicKey(text) {
  const { id, publicBytes } = readSecretKey(text)
  return Buffer.concat([Buffer.from('Ed'), id, publicBytes]).toString('base64')
}

/** @param {Buffer} data @param {string} secretKey text of minisign.key @param {string} comment what the signature says beside it @returns {string} text of a .minisig */
export function makeSignature(data, secretKey, comment) {
  const { id, seed } = readSecretKey(secretKey)
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const signature = sign(null, hash(data), key)
  const whole = sign(null, Buffer.concat([signature, Buffer.from(comment)]), key)
  return [
    'untrusted comment: signature of a release of Accompany',
    Buffer.concat([HASHED, id, signature]).toString('base64'),
    `trusted comment: ${comment}`,
    whole.toString('base64'),
    '',
  ].join('\n')
}

/** @param {Buffer} data @param {string} text of a .minisig @param {string} publicKey one line @returns {boolean} */
export function verifySignature(data, text, publicKey) {
  const known = bytesOf(`\n${publicKey}`.replace(/^\n/, 'key\n'), 1, 42)
  const signed = bytesOf(text, 1, 74)
  const whole = bytesOf(text, 3, 64)
  const comment = (text.split('\n')[2] ?? '').replace(/^trusted comment: /, '')
  if (!signed.subarray(0, 2).equals(HASHED) || !signed.subarray(2, 10).equals(known.subarray(2, 10)))
    return false
  const key = createPublicKey({ key: Buffer.concat([spki, known.subarray(10)]), format: 'der', type: 'spki' })
  const signature = signed.subarray(10)
  return (
    verify(null, hash(data), key, signature) &&
    verify(null, Buffer.concat([signature, Buffer.from(comment)]), key, whole)
  )
}
