import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// How our files carry an error code: no('code'), message/error: 'code', no(…, { field: 'code' }), and in schemas the last
// argument of a check: z.string('required'), .max(8, 'tooLong').
const EVERYWHERE = [/\bno\(\s*'([a-z][A-Za-z]*)'/g, /\b(?:message|error): '([a-z][A-Za-z]*)'/g]
const IN_SCHEMAS = [
  /\bz\s*\.(?:string|uuid|int|number|email|iso\.date)\(\s*'([a-z][A-Za-z]*)'\s*\)/g,
  /\.(?:min|max|length|regex|refine)\([^\n]*, '([a-z][A-Za-z]*)'\)/g,
]

/**
 * Error codes that may reach a form, each with the file it was found in.
 * @param {string} root
 * @returns {Map<string, string>}
 */
export const errorCodes = (root) => {
  const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.ts$/.test(file) && !file.startsWith(join('db', 'generated')),
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
