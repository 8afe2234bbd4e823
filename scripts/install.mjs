import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { mustRunNode, npm, root } from './child.mjs'
import { step } from './progress.mjs'

/** @param {string} place relative to the checkout @returns {string[]} */
function listFiles(place) {
  const full = path.join(root, place)
  if (!fs.existsSync(full)) return []
  if (!fs.statSync(full).isDirectory()) return [place]
  return fs
    .readdirSync(full)
    .sort()
    .flatMap((entry) => listFiles(path.join(place, entry)))
}

/**
 * One hash for the content of files and folders of the checkout.
 * @param {string[]} places
 * @param {(file: string) => boolean} [counts]
 */
function hashFiles(places, counts = () => true) {
  const hash = createHash('sha256')
  for (const file of places.flatMap(listFiles).filter(counts))
    hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/** @param {string} file */
const readMark = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '')

/** Installs what package-lock.json says, unless it is there. */
export async function installPackages() {
  const modules = path.join(root, 'node_modules')
  const done = path.join(modules, '.package-lock.json')
  const mark = path.join(modules, '.accompany-installed')
  const wanted = hashFiles(['package-lock.json'])
  if (readMark(mark) === wanted) return
  const lock = path.join(root, 'package-lock.json')
  // npm writes its own lock copy last, so an interrupted install is never taken for a whole one.
  const isWhole = fs.existsSync(done) && fs.statSync(done).mtimeMs >= fs.statSync(lock).mtimeMs
  if (!isWhole)
    await step('installing packages', () =>
      mustRunNode('"npm ci"', [...npm(), 'ci', '--no-audit', '--no-fund', '--loglevel=error']),
    )
  fs.writeFileSync(mark, wanted)
}

/** Generates the Prisma client when the schema files changed. */
export async function generateClient() {
  const folder = path.join(root, 'lib/db/generated')
  const mark = path.join(folder, '.schema-hash')
  const wanted = hashFiles(['prisma/schema', 'prisma.config.ts', 'package-lock.json'])
  if (readMark(mark) === wanted) return
  await step('generating the database client', () =>
    mustRunNode('"prisma generate"', ['node_modules/prisma/build/index.js', 'generate', '--no-hints']),
  )
  fs.writeFileSync(mark, wanted)
}

const buildSources = [
  'app',
  'components',
  'lib',
  'messages',
  'prisma/schema',
  'prisma/reference',
  'public',
  'proxy.ts',
]
const buildSettings = [
  'scripts/browser-zod.mjs',
  'scripts/messages-catalogue.mjs',
  'scripts/offline-build.mjs',
  'scripts/parser-bundle.mjs',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** @param {string} file */
const isSource = (file) =>
  !/\.(test\.tsx?|d\.json\.ts)$/.test(file) &&
  !file.startsWith('lib/db/generated/') &&
  // Written by the build itself.
  !file.startsWith('public/offline/') &&
  file !== 'public/worker.js' &&
  file !== 'lib/i18n/catalogue.ts'

/** The same for the same sources, on any machine. */
export const hashSources = () => hashFiles([...buildSources, ...buildSettings], isSource)

/**
 * Builds when a source changed since the last whole build.
 * @param {{ env?: Record<string, string | undefined>, folder?: string }} [options] folder: distDir
 */
export async function buildIfChanged({ env = {}, folder = '.next' } = {}) {
  const mark = path.join(root, folder, 'accompany-build')
  const wanted = `${hashSources()} ${process.version}`
  if (readMark(mark) === wanted && fs.existsSync(path.join(root, folder, 'BUILD_ID'))) return
  fs.rmSync(mark, { force: true })
  await step('building the pages', () =>
    mustRunNode('"next build"', ['node_modules/next/dist/bin/next', 'build'], {
      env: { ...env, NEXT_DIST_DIR: folder },
    }),
  )
  fs.writeFileSync(mark, wanted)
}
