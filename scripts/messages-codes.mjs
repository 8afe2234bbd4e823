import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// How our files carry an error code that is shown: no('code') about the whole form, no(…, { field: 'code' }) about fields
// (then the first code is not shown), message/error: 'code', and in schemas the last argument of a check.
const EVERYWHERE = [
  /\bno\(\s*'([a-z][A-Za-z]*)'\s*\)/g,
  /\bno\(\s*'[A-Za-z]+',\s*\{[^}]*?: '([a-z][A-Za-z]*)'/g,
  /\b(?:message|error): '([a-z][A-Za-z]*)'/g,
]
const IN_SCHEMAS = [
  /\bz\s*\.(?:string|uuid|int|number|email|iso\.date)\(\s*'([a-z][A-Za-z]*)'\s*\)/g,
  /\.(?:min|max|length|regex|refine)\([^\n]*, '([a-z][A-Za-z]*)'\)/g,
]

/** Never shown as words of errors.json: the pages without a network say what became of a text by its state (messages, offline). */
const WITHOUT_NETWORK = /^(device|offline)\//

/**
 * Error codes that may reach a form, each with the file it was found in.
 * @param {string} root
 * @returns {Map<string, string>}
 */
export const errorCodes = (root) => {
  const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !/\.test\.ts$/.test(file) &&
      !file.startsWith(join('db', 'generated')) &&
      !WITHOUT_NETWORK.test(file),
  )
  /** @type {Map<string, string>} */ const found = new Map()
  for (const file of files) {
    const text = readFileSync(join(root, 'lib', file), 'utf8')
    const patterns = /\.(schema|rules)\.ts$/.test(file) ? [...EVERYWHERE, ...IN_SCHEMAS] : EVERYWHERE
    for (const pattern of patterns)
      for (const [, code] of text.matchAll(pattern)) if (code !== undefined) found.set(code, `lib/${file}`)
  }
  return found
}
