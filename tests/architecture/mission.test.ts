import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { listFiles, read, root } from './walk'

// What was given with the product and is not up for debate: seven packages, nine names at the top, two commands on a bare clone.

const PACKAGES = ['next', 'prisma', 'next-auth', 'react-hook-form', 'zod', 'tailwindcss', 'playwright']
/** Where a package is used under another name. */
const IMPORTED_AS: Readonly<Record<string, string>> = {
  prisma: '@prisma/adapter-pg',
  playwright: '@playwright/test',
}
const NAMES = [
  ...['package.json', 'next.config.js', 'tsconfig.json', 'app', 'prisma', 'components', 'lib', 'tests'],
  'README.md',
]

const sources = [
  ...['app', 'components', 'lib', 'tests/e2e'].flatMap((folder) =>
    listFiles(folder, (file) => /\.(tsx?|css)$/.test(file)),
  ),
  'playwright.config.ts',
].map(read)

const bare = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-bare-'))
afterAll(() => fs.rmSync(bare, { recursive: true, force: true }))
const clone = path.join(bare, 'clone')
spawnSync('git', ['checkout-index', '--all', `--prefix=${clone}/`], { cwd: root })

describe('the packages', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'))
  const versions: Record<string, string> = { ...dependencies, ...devDependencies }

  it.each(PACKAGES)('%s is pinned, and the product imports it', (name) => {
    const imported = IMPORTED_AS[name] ?? name
    // tailwindcss is imported by the style sheet.
    const pattern = new RegExp(`(from|import|@import|@plugin) ['"]${imported}(/[^'"]*)?['"]`)
    expect(versions[name] ?? versions[imported]).toMatch(/^\d+\.\d+\.\d+$/)
    expect(sources.some((text) => pattern.test(text))).toBe(true)
  })
})

describe('a bare clone', () => {
  it('has the nine names at its top', () => {
    expect(fs.readdirSync(clone)).toEqual(expect.arrayContaining(NAMES))
  })

  // The whole way from there takes minutes: tests/stress/bare-clone.test.ts. That the first step comes before any package is
  // needed can be seen here, with an npm that only writes down what was asked of it.
  it.each(['start', 'test'])('npm run %s begins with the installation of the packages', (command) => {
    const { scripts } = JSON.parse(fs.readFileSync(path.join(clone, 'package.json'), 'utf8'))
    const [program, file] = String(scripts[command]).split(' ')
    expect(program).toBe('node')
    const asked = path.join(bare, `${command}.txt`)
    const npm = path.join(bare, 'npm.js')
    fs.writeFileSync(
      npm,
      `require('node:fs').writeFileSync(${JSON.stringify(asked)}, process.argv[2]); process.exit(1)`,
    )
    const { status, stderr } = spawnSync(process.execPath, [path.join(clone, String(file))], {
      cwd: clone,
      env: { ...process.env, npm_execpath: npm },
      encoding: 'utf8',
    })
    expect(fs.readFileSync(asked, 'utf8')).toBe('ci')
    expect(stderr).toContain('"npm ci" failed')
    expect(status).toBe(1)
  })
})
