import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { findMetadata, type HandlerMetadata } from '@/lib/server/handler-metadata'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Files below a folder of the repository, as paths from its root. */
export const listFiles = (folder: string, wanted: (file: string) => boolean = () => true): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !/(^|\/)(node_modules|generated|\.next[^/]*)\//.test(file) && wanted(file))
    .sort()

export const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')

export type Handler = {
  /** '/cases/[code]', 'GET /statistics/export' or 'lib/cases/note writeNote'. */
  readonly name: string
  readonly file: string
  readonly metadata: HandlerMetadata | null
  readonly open: unknown
}

/** The address of a page or a route handler. */
export const urlOf = (file: string): string => {
  const parts = path.posix
    .dirname(file)
    .split('/')
    .slice(1)
    .filter((part) => !/^\(.*\)$/.test(part))
  return `/${parts.join('/')}`
}

export const loadFile = async (file: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ pathToFileURL(path.join(root, file)).href)

const metadataOf = (open: unknown): HandlerMetadata | null =>
  typeof open === 'function' ? findMetadata(open) : null

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** What a page or route file may export beside its handler: Next's own settings. */
const SETTINGS = new Set(['metadata', 'dynamic', 'runtime', 'maxDuration', 'revalidate'])

/** Every page, route handler and server action of the application, found by walking its files. */
export const listHandlers = async (): Promise<Handler[]> => {
  const handlers: Handler[] = []
  for (const file of listFiles('app', (one) => /\/(page\.tsx|route\.ts)$/.test(`/${one}`))) {
    for (const [name, open] of Object.entries(await loadFile(file))) {
      if (SETTINGS.has(name)) continue
      const isMethod = METHODS.has(name)
      handlers.push({
        name: isMethod ? `${name} ${urlOf(file)}` : urlOf(file),
        file,
        metadata: metadataOf(open),
        open,
      })
    }
  }
  const isServer = (file: string) => /\.tsx?$/.test(file) && /^\s*['"]use server['"]/m.test(read(file))
  for (const file of ['lib', 'components', 'app'].flatMap((folder) => listFiles(folder, isServer)))
    for (const [name, open] of Object.entries(await loadFile(file)))
      handlers.push({
        name: `${file.replace(/\.actions\.ts$/, '')} ${name}`,
        file,
        metadata: metadataOf(open),
        open,
      })
  return handlers
}
