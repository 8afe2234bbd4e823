// npm run release -- X.Y.Z: the archive of a version, its checksums and their signature (docs/how-to/make-a-release.md).
import fs from 'node:fs'
import path from 'node:path'
import { hashFile } from './archive.mjs'
import { npm, root, runNode } from './child.mjs'
import { generateClient, installPackages } from './install.mjs'
import { versionParts } from './operate/server.mjs'
import { step } from './progress.mjs'
import { Refusal, runProgram } from './refusal.mjs'
import { makeSignature, toPublicKey } from './release/minisign.mjs'
import { makeTree, packTree, run, stampTree } from './release/tree.mjs'

/** @param {string} changelog @param {string} version @returns {string} what the version changes */
export function sectionOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1)
  const section = sections.find((one) => one.startsWith(`${version} `))
  if (section === undefined)
    throw new Refusal(
      `CHANGELOG.md has no section for ${version}: rename "Unreleased" to "${version} (2026-12-31)", with the day.`,
    )
  const [heading = '', ...lines] = section.split('\n')
  if (!/^\d+\.\d+\.\d+ \(\d{4}-\d{2}-\d{2}\)$/.test(heading))
    throw new Refusal(`The section "${heading}" of CHANGELOG.md has no day: write "${version} (2026-12-31)".`)
  const text = lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).join('\n')
  if (text === '')
    throw new Refusal(
      `The section of ${version} in CHANGELOG.md is empty: say what changes for those who use it.`,
    )
  return text
}

/** What a version before would miss on the tables of this one. */
const TAKES_AWAY =
  /\b(DROP\s+(TABLE|COLUMN)|RENAME\s+(TO|COLUMN)|ALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE|SET\s+NOT\s+NULL)\b/i

/**
 * A patch brings no migration, a minor one only adds: the version before runs on its tables.
 * @param {string} version @param {readonly { name: string, sql: string }[]} migrations that came since the version before
 */
export function refuseContracting(version, migrations) {
  const [, minor, patch] = versionParts(version)
  const [first] = migrations
  if (patch !== 0 && first !== undefined)
    throw new Refusal(
      `${version} is a patch and brings the migration ${first.name}: make it a minor version.`,
    )
  const taking = minor === 0 ? undefined : migrations.find(({ sql }) => TAKES_AWAY.test(sql))
  if (taking !== undefined)
    throw new Refusal(
      `The migration ${taking.name} takes away what the version before needs: make ${version} a major version, or let it only add.`,
    )
}

function readMigrationsSince() {
  const tag = run('git', 'tag', '--list', 'v*', '--sort=-v:refname').split('\n')[0]
  if (!tag) return []
  const files = run('git', 'diff', '--name-only', '--diff-filter=A', tag, 'HEAD', '--', 'prisma/migrations')
  return files
    .split('\n')
    .filter(Boolean)
    .map((file) => ({
      name: path.basename(path.dirname(file)),
      sql: fs.readFileSync(path.join(root, file), 'utf8'),
    }))
}

/** @param {string} version */
function refuseUnready(version) {
  versionParts(version)
  if (run('git', 'status', '--porcelain') !== '')
    throw new Refusal(
      'The checkout holds changes that are in no commit: a release is made of a commit. Commit or put them away.',
    )
  const { version: written } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  if (written !== version)
    throw new Refusal(
      `package.json says ${written}: "npm version ${version} --no-git-tag-version" writes the new one.`,
    )
  sectionOf(fs.readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'), version)
  refuseContracting(version, readMigrationsSince())
}

/** The key comes from outside, and is read once. @returns {string | null} */
function readKey() {
  const file = process.env.RELEASE_KEY
  if (!file) return null
  return fs.readFileSync(path.resolve(file), 'utf8')
}

/**
 * Checksums of every file of a release, and their signature.
 * @param {string} folder @param {string | null} key @param {string} comment
 */
export async function signFolder(folder, key, comment) {
  const names = fs.readdirSync(folder).filter((name) => !name.startsWith('SHA256SUMS'))
  const lines = await Promise.all(
    names.sort().map(async (name) => `${await hashFile(path.join(folder, name))}  ${name}\n`),
  )
  const list = path.join(folder, 'SHA256SUMS')
  fs.writeFileSync(list, lines.join(''))
  if (key !== null) fs.writeFileSync(`${list}.minisig`, makeSignature(fs.readFileSync(list), key, comment))
}

/** @param {string} file */
async function writeBillOfMaterials(file) {
  const { code, output } = await runNode([
    ...npm(),
    'sbom',
    '--sbom-format=cyclonedx',
    '--omit=dev',
    '--package-lock-only',
  ])
  if (code !== 0) throw new Refusal(`The list of libraries could not be made:\n${output}`)
  fs.writeFileSync(file, output)
}

/** @param {string | undefined} version */
async function release(version) {
  if (version === undefined) throw new Refusal('Say which version: npm run release -- 1.4.0')
  refuseUnready(version)
  const key = readKey()
  await installPackages()
  await generateClient()
  const folder = path.join(root, 'releases', version)
  fs.rmSync(folder, { recursive: true, force: true })
  const tree = path.join(folder, version)
  fs.mkdirSync(tree, { recursive: true })
  await step('making the tree', () => makeTree(tree))
  const commit = run('git', 'rev-parse', 'HEAD')
  stampTree(tree, { version, commit, publicKey: key === null ? null : toPublicKey(key) })
  await step('packing', async () => {
    packTree(
      tree,
      path.join(folder, `accompany-${version}-linux-${process.arch}.tar.xz`),
      Number(run('git', 'log', '-1', '--format=%ct')),
    )
    await writeBillOfMaterials(path.join(folder, 'sbom.cdx.json'))
    for (const name of ['compose.yaml', 'Dockerfile'])
      fs.copyFileSync(path.join(root, 'packaging', name), path.join(folder, name))
    fs.copyFileSync(path.join(tree, 'upgrade.json'), path.join(folder, 'upgrade.json'))
    fs.rmSync(tree, { recursive: true })
    await signFolder(folder, key, `accompany ${version} ${commit}`)
  })
  console.log(`\n  releases/${version}: ${fs.readdirSync(folder).join(', ')}`)
  if (key === null)
    console.log('  Not signed: RELEASE_KEY names the key file of minisign. No one should install it.')
  return 0
}

if (process.argv[1] === import.meta.filename) await runProgram(() => release(process.argv[2]))
