import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { listFiles, read, root } from './walk'

const ENDINGS = ['.ts', '.tsx', '/index.ts']
const resolve = (from: string, asked: string): string | null => {
  const base = asked.startsWith('@/')
    ? asked.slice(2)
    : asked.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), asked)
      : null
  if (base === null) return null
  return ENDINGS.map((ending) => base + ending).find((file) => fs.existsSync(path.join(root, file))) ?? null
}

type Source = {
  readonly imports: readonly string[]
  /** What is brought when it is needed: import('…'). */
  readonly later: readonly string[]
  /** Rooms (`planning`) and groups of rooms (`planning.form`). */
  readonly says: readonly string[]
  /** Rooms of messages that come with it: import('…/messages/en/….json'). */
  readonly brings: readonly string[]
  readonly side: string
}
const sources = new Map<string, Source>()

const scan = (file: string): Source => {
  const known = sources.get(file)
  if (known) return known
  const text = read(file)
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
  const imports = tree.statements.flatMap((one) => {
    const isImport = ts.isImportDeclaration(one) && one.importClause?.isTypeOnly !== true
    const isExport = ts.isExportDeclaration(one) && !one.isTypeOnly
    const from = isImport || isExport ? one.moduleSpecifier : undefined
    const found = from !== undefined && ts.isStringLiteral(from) ? resolve(file, from.text) : null
    return found === null ? [] : [found]
  })
  const later = [...text.matchAll(/\bimport\('([^']+)'\)/g)].flatMap(
    ([, asked = '']) => resolve(file, asked) ?? [],
  )
  const said = [...text.matchAll(/use(?:Translations|Messages)\((?:'([a-zA-Z]+(?:\.[a-zA-Z]+)?)[.'])?/g)].map(
    ([whole, part]) => part ?? (whole.startsWith('useMessages') ? 'errors' : '*'),
  )
  const brings = [...text.matchAll(/import\('[./]+\/messages\/en\/(\w+)\.json'\)/g)].map(
    ([, room = '']) => room,
  )
  const side = /^\s*['"]use (client|server)['"]/m.exec(text)?.[1] ?? 'both'
  const source = { imports, later, says: said, brings, side }
  sources.set(file, source)
  return source
}

const isMessages = (file: string): boolean => file.startsWith('lib/i18n/')

/** Rooms of messages that come with what a file brings later, so that no page need carry them. */
export const listBroughtMessages = (file: string): string[] =>
  scan(file)
    .later.filter((one) => !isMessages(one))
    .flatMap((one) => scan(one).brings)
    .sort()

const roomOf = (part: string): string => part.split('.')[0] ?? part

/** The parts of the messages that the script of a page, layout or error says in the browser: a whole room, or groups of it. */
export const listClientParts = (entry: string, isThereAlready = false): string[] => {
  const parts = new Set<string>()
  const seen = new Set<string>()
  const walk = (file: string, isInBrowser: boolean): void => {
    const { imports, later, says, side } = scan(file)
    // What a browser calls on the server stays there.
    if (isInBrowser && side === 'server') return
    const isThere = isInBrowser || side === 'client'
    if (seen.has(`${file} ${isThere}`)) return
    seen.add(`${file} ${isThere}`)
    if (isThere) for (const part of says) parts.add(part)
    for (const next of imports) walk(next, isThere)
    const brought = listBroughtMessages(file)
    for (const next of later)
      if (brought.length === 0) walk(next, isThere)
      else
        for (const part of listClientParts(next, isThere))
          if (!brought.includes(roomOf(part))) parts.add(part)
  }
  walk(entry, isThereAlready)
  return [...parts].filter((part) => part === roomOf(part) || !parts.has(roomOf(part))).sort()
}

/** The rooms of these parts. */
export const listClientMessages = (entry: string, isThereAlready = false): string[] => [
  ...new Set(listClientParts(entry, isThereAlready).map(roomOf)),
]

type When = 'withPage' | 'ever'

/** Adds to `found` what comes with a file: itself and all that it imports, but for what stays on the server. */
const follow = (entry: string, when: When, found: Set<string>): void => {
  const { imports, later, side } = scan(entry)
  if (side === 'server' || found.has(entry)) return
  found.add(entry)
  for (const next of when === 'ever' ? [...imports, ...later] : imports) follow(next, when, found)
}

/** What ends up in a script of the browser because of one client component. */
export const listFilesOf = (entry: string): string[] => {
  const found = new Set<string>()
  follow(entry, 'ever', found)
  return [...found].sort()
}

/**
 * Every file that ends up in a script of the browser: client components and all that they import.
 * @param when `withPage`: without what is brought later
 */
export const listBrowserFiles = (when: When): string[] => {
  const found = new Set<string>()
  for (const folder of ['app', 'components', 'lib'])
    for (const file of listFiles(folder, (one) => /\.tsx?$/.test(one) && !/\.test\.tsx?$/.test(one)))
      if (scan(file).side === 'client') follow(file, when, found)
  return [...found].sort()
}
