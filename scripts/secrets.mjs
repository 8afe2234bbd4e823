import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Refusal } from './refusal.mjs'

/** @param {string} file @param {string} text */
function createPrivate(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  fs.writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
}

/** A fresh line of the key file: 256 random bits under a name that says the day. */
function newKeyLine(now = new Date()) {
  const id = `k${now.toISOString().slice(0, 10).replaceAll('-', '')}${randomBytes(2).toString('hex')}`
  return `${id}:${randomBytes(32).toString('base64')}\n`
}

/**
 * The key-encryption keys, one `id:base64` a line. A new file is made only while nothing was encrypted: afterwards it
 * would open nothing, and hide that the right one is missing.
 * @param {{ keyFile: string, isEncrypted: () => Promise<boolean> }} what
 */
export async function prepareKeyFile({ keyFile, isEncrypted }) {
  if (fs.existsSync(keyFile)) {
    const lines = fs.readFileSync(keyFile, 'utf8').split('\n').filter(Boolean)
    const isKey = (/** @type {string} */ line) => /^[a-z0-9-]{1,32}:[A-Za-z0-9+/]{43}=$/.test(line)
    if (lines.length > 0 && lines.every(isKey)) return
    throw new Refusal(
      `${keyFile} is damaged: each line must be a name, a colon and 32 bytes in base64. Put back your copy of it.`,
    )
  }
  if (await isEncrypted())
    throw new Refusal(
      `The key file ${keyFile} is missing and the database holds encrypted text: put it back from where you keep it, or set KEY_FILE.`,
    )
  createPrivate(keyFile, newKeyLine())
}

/**
 * Puts a new key first, where it encrypts what is written from now on; the older ones go on opening what they encrypted.
 * @param {string} keyFile
 */
export function addKey(keyFile) {
  if (!fs.existsSync(keyFile)) return createPrivate(keyFile, newKeyLine())
  const half = `${keyFile}.new`
  fs.writeFileSync(half, newKeyLine() + fs.readFileSync(keyFile, 'utf8'), { mode: 0o600 })
  fs.renameSync(half, keyFile)
}

/** Signs cookies of the sign-in; made once. @param {string} data */
export function authSecret(data) {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET
  const file = path.join(data, 'secrets', 'sign-in')
  if (!fs.existsSync(file)) createPrivate(file, randomBytes(32).toString('base64url'))
  return fs.readFileSync(file, 'utf8').trim()
}
