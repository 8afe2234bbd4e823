// npm run test:install: from the archive of a release to a first visit, and back from everything, on a machine of its own: namespaces of Linux
// without network, with Debian's PostgreSQL and Caddy. Needs root.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './child.mjs'
import { getChromium } from './chromium.mjs'
import { generateClient, hashSources, installPackages } from './install.mjs'
import { step } from './progress.mjs'
import { Refusal, runProgram } from './refusal.mjs'
import { toPublicKey } from './release/minisign.mjs'
import { makeTree, packTree, run, stampTree } from './release/tree.mjs'
import { signFolder } from './release.mjs'

const work = path.join(root, '.data', 'test-install')
const cache = path.join(root, 'node_modules/.cache/accompany')

/** Debian's Caddy, unpacked and not installed: nothing of this machine starts it. @returns {string} folder of the program */
function findCaddy() {
  if (spawnSync('caddy', ['version']).status === 0) return ''
  const folder = path.join(cache, 'caddy')
  if (!fs.existsSync(path.join(folder, 'usr/bin/caddy'))) {
    fs.mkdirSync(folder, { recursive: true })
    const fetched = spawnSync('apt-get', ['download', '-q', 'caddy'], { cwd: folder, encoding: 'utf8' })
    const file = fs.readdirSync(folder).find((name) => name.endsWith('.deb'))
    if (fetched.status !== 0 || file === undefined)
      throw new Refusal('The proxy is missing: apt-get install caddy, then again.')
    run('dpkg-deb', '-x', path.join(folder, file), folder)
  }
  return path.join(folder, 'usr/bin')
}

/** A throw-away key in minisign's format: nothing but this test believes it. */
function makeKey() {
  const file = path.join(work, 'minisign.key')
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/install/throw-away-key.ts', file],
    { cwd: root, stdio: 'inherit' },
  )
  if (status !== 0) throw new Refusal('No key was made.')
  return fs.readFileSync(file, 'utf8')
}

/** Whatever a release is made of, so that the trees are made once and kept. */
function fingerprint() {
  const hash = createHash('sha256').update(hashSources())
  for (const file of run(
    'git',
    'ls-files',
    '-co',
    '--exclude-standard',
    'scripts',
    'prisma',
    'packaging',
    'lib',
    'LICENSE',
  )
    .split('\n')
    .sort())
    if (fs.existsSync(path.join(root, file)))
      hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/** What the later version brings: a migration, a function with another text, another unit. @param {string} tree */
function change(tree) {
  const migration = path.join(tree, 'prisma/migrations/29990101000000_only_for_the_test')
  fs.mkdirSync(migration)
  fs.writeFileSync(
    path.join(migration, 'migration.sql'),
    "COMMENT ON TABLE public.organisation IS 'only for the test';\n",
  )
  const folder = path.join(tree, 'prisma/sql/functions')
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((one) => one.endsWith('.sql'))
  const [first] = files.filter((one) => !one.includes('before_tables')).sort()
  if (first === undefined) throw new Error('prisma/sql/functions holds no file')
  fs.appendFileSync(path.join(folder, first), '\n-- only for the test\n')
  fs.appendFileSync(path.join(tree, 'packaging/systemd/accompany@.service'), '# only for the test\n')
}

/** Two versions, a folder each, as someone fetches them. */
async function makeReleases() {
  const mark = path.join(work, 'made-of')
  const wanted = fingerprint()
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === wanted) return
  fs.rmSync(work, { recursive: true, force: true })
  fs.mkdirSync(work, { recursive: true })
  const key = makeKey()
  const publicKey = toPublicKey(key)
  fs.writeFileSync(path.join(work, 'public-key.json'), JSON.stringify(publicKey))
  let tree = path.join(work, 'tree', '1.0.0')
  fs.mkdirSync(tree, { recursive: true })
  await makeTree(tree)
  for (const version of ['1.0.0', '1.1.0']) {
    const here = path.join(path.dirname(tree), version)
    fs.renameSync(tree, here)
    tree = here
    if (version === '1.1.0') change(tree)
    stampTree(tree, { version, commit: 'test', publicKey })
    const folder = path.join(work, version)
    fs.mkdirSync(folder)
    packTree(tree, path.join(folder, `accompany-${version}-linux-${process.arch}.tar.xz`), 1_767_225_600, 0)
    await signFolder(folder, key, `accompany ${version} test`)
  }
  fs.rmSync(path.dirname(tree), { recursive: true })
  fs.writeFileSync(mark, wanted)
}

await runProgram(async () => {
  if (process.getuid?.() !== 0)
    throw new Refusal('This makes accounts and mounts on a machine of its own: sudo npm run test:install')
  await installPackages()
  await generateClient()
  const caddy = findCaddy()
  const chromium = getChromium()
  await step('making two releases', makeReleases)
  const machine = [
    '--mount',
    '--net',
    '--pid',
    '--ipc',
    '--uts',
    '--fork',
    '--kill-child',
    '--mount-proc',
    process.execPath,
  ]
  const program = ['--import', 'tsx', 'tests/install/machine.ts', work]
  const env = { ...process.env, PATH: `${caddy}:${process.env.PATH}`, CHROMIUM_PATH: chromium }
  const done = spawnSync('unshare', [...machine, ...program], { cwd: root, env, stdio: 'inherit' })
  return done.status ?? 1
})
