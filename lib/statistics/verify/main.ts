/** node verify-archive.mjs: what an outsider runs, with nothing but Node. The built file is public/verify-archive.mjs. */
import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { fingerprintOf } from '../signature'
import { limits } from './container'
import { exitCodeOf, type Given, verifyArchives } from './verify'

const usage = `Checks archives of figures that an organisation released with Accompany.

  node verify-archive.mjs archive.zip [more archives ...] [--key FINGERPRINT or file with the public key]

Name every archive of the organisation that you have: some can only be proven beside others.
--key may be given several times; the fingerprint may hold spaces, in quotation marks.
The program ends with 0 when everything was proven, with 1 when something was refused, and with 2 when not everything could
be checked.
`

/** Something is wrong with how it was called: nothing was checked. */
class Misuse extends Error {}

function toFingerprint(said: string): string {
  const words = said.replace(/\s/g, '').toLowerCase()
  if (/^[0-9a-f]{64}$/.test(words)) return words
  if (!existsSync(said))
    throw new Misuse(`"${said}" is neither a fingerprint (64 digits 0-9 a-f) nor a file.`)
  const text = readFileSync(said, 'utf8').trim()
  if (/^[0-9a-f\s]{64,80}$/i.test(text) && !text.includes('-')) return toFingerprint(text)
  try {
    const key = text.startsWith('-----')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
    return fingerprintOf(key.export({ format: 'der', type: 'spki' }))
  } catch {
    throw new Misuse(`${said} holds no public key.`)
  }
}

function readGiven(path: string): Given {
  if (!existsSync(path)) throw new Misuse(`There is no file ${path}.`)
  // Beyond the limit nothing is read: what is left is refused for its length.
  const isTooLong = statSync(path).size > limits.file
  return {
    name: basename(path),
    bytes: isTooLong ? new Uint8Array(limits.file + 1) : new Uint8Array(readFileSync(path)),
  }
}

function run(): number {
  const { values, positionals } = parseArgs({
    options: { key: { type: 'string', multiple: true }, help: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help || positionals.length === 0) {
    process.stdout.write(usage)
    return values.help ? 0 : 2
  }
  const verdicts = verifyArchives(positionals.map(readGiven), (values.key ?? []).map(toFingerprint))
  for (const { name, lines } of verdicts)
    process.stdout.write(`${name}\n${lines.map((line) => `  ${line}\n`).join('')}\n`)
  const code = exitCodeOf(verdicts)
  process.stdout.write(
    {
      0: 'Everything was proven.\n',
      1: 'REFUSED: do not use what is refused above.\n',
      2: 'Not everything could be checked.\n',
    }[code],
  )
  return code
}

try {
  process.exitCode = run()
} catch (error) {
  if (!(error instanceof Error)) throw error
  process.stderr.write(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}
