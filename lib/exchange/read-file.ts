import * as z from 'zod/mini'
import { FAULTS, FILE_FORMAT, FILE_LENGTH } from './file.rules'
import { type ConfigFile, configFile, type Fault } from './file.schema'

type Code = Fault['code']
export type ReadFile =
  | { readonly file: ConfigFile; readonly faults: null }
  | { readonly file: null; readonly faults: readonly Fault[] }

const refuse = (code: Code, at: readonly PropertyKey[] = []): ReadFile => ({
  file: null,
  faults: [{ at: toPlace(at), code }],
})

/** The way to a place in the file; of a list the number that a person counts. */
export const toPlace = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? String(step + 1) : String(step).slice(0, 60))).join(' › ')

/** Keys that a reader of objects could take for its own. */
const NOT_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
/** Tags and comments of a page, and signs that turn or hide what is read: in no word that an organisation sets. */
const MARKUP = /<[a-z/!?]|[\p{Cc}\u202a-\u202e\u2066-\u2069]/iu
const isMarkup = (text: string): boolean =>
  MARKUP.test(text.replace(/[\n\r\t]/g, ' ')) || !text.isWellFormed()

/** The first thing in the text of valid JSON that no schema sees: a key twice in one object, of which a reader keeps the last. */
const findTwice = (text: string): string | null => {
  const open: Set<string>[] = []
  let last: string | null = null
  for (const [sign] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}:]/gs)) {
    if (sign === '{') open.push(new Set())
    else if (sign === '}') open.pop()
    else if (sign !== ':') last = sign
    else if (last !== null) {
      const keys = open.at(-1)
      const key: unknown = JSON.parse(last)
      if (keys === undefined || typeof key !== 'string') continue
      if (keys.has(key)) return key
      keys.add(key)
    }
  }
  return null
}

const findForbidden = (
  value: unknown,
  path: readonly PropertyKey[] = [],
): { code: Code; at: readonly PropertyKey[] } | null => {
  if (path.length > 12) return { code: 'wrongKind', at: path.slice(0, 4) }
  if (typeof value === 'string') return isMarkup(value) ? { code: 'markup', at: path } : null
  if (typeof value !== 'object' || value === null) return null
  const inner: readonly (readonly [PropertyKey, unknown])[] = Array.isArray(value)
    ? value.map((one, index) => [index, one] as const)
    : Object.entries(value)
  for (const [key, one] of inner) {
    if (typeof key === 'string' && (NOT_KEYS.has(key) || isMarkup(key)))
      return { code: 'keyNotAllowed', at: path }
    const found = findForbidden(one, [...path, key])
    if (found !== null) return found
  }
  return null
}

const toFault = (issue: z.core.$ZodIssue): Fault => {
  if (issue.code === 'unrecognized_keys')
    return { at: toPlace([...issue.path, issue.keys[0] ?? '']), code: 'unknownKey' }
  if (issue.code === 'invalid_key') return { at: toPlace(issue.path), code: 'unknownKey' }
  if (issue.path[0] === 'version') return { at: 'version', code: 'fileVersion' }
  return { at: toPlace(issue.path), code: codeOf(issue) }
}
const codeOf = (issue: z.core.$ZodIssue): Code => {
  const said = FAULTS.match(issue.message)
  if (said !== null) return said
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'wrongKind'
  if (issue.code === 'invalid_value' || issue.code === 'invalid_format') return 'unknownChoice'
  if (issue.code === 'too_big') return 'tooMany'
  if (issue.code === 'too_small') return 'required'
  return 'wrongKind'
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** More faults than this are not told; the first ones say enough. */
const MOST_FAULTS = 20

/** Reads a file of the configuration, or says what is wrong with it, and where. */
export const readFile = (text: string): ReadFile => {
  if (text.length > FILE_LENGTH) return refuse('fileTooLarge')
  // A mark of the order of bytes, as some editors write it.
  const parsed = parseJson(text.replace(/^\ufeff/, ''))
  if (parsed === undefined) return refuse('fileNotWhole')
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return refuse('fileOther')
  if (Object.getOwnPropertyDescriptor(parsed, 'format')?.value !== FILE_FORMAT) return refuse('fileOther')
  const twice = findTwice(text)
  if (twice !== null) return refuse('keyTwice', [twice])
  const forbidden = findForbidden(parsed)
  if (forbidden !== null) return refuse(forbidden.code, forbidden.at)
  const read = z.safeParse(configFile, parsed, { reportInput: true })
  if (read.success) return { file: read.data, faults: null }
  return { file: null, faults: read.error.issues.slice(0, MOST_FAULTS).map(toFault) }
}
