// A key in the form of minisign's own, without a password: for a test, and worth nothing.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'

/** Text of minisign.key. The hash at its end, which guards against a wrong password, is left empty. */
export const makeKeyFile = (): string => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32)
  const open = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const head = Buffer.concat([Buffer.from('Ed'), Buffer.alloc(2), Buffer.from('B2'), Buffer.alloc(48)])
  const body = Buffer.concat([head, randomBytes(8), seed, open, Buffer.alloc(32)])
  return `untrusted comment: only for a test\n${body.toString('base64')}\n`
}

const [file] = process.argv.slice(2)
if (process.argv[1] === import.meta.filename && file !== undefined)
  writeFileSync(file, makeKeyFile(), { mode: 0o600 })
