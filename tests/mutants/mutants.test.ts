import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../architecture/walk'
import { MUTANTS } from './locks'

// Each lock is broken on purpose in a copy of the application; a test that stays green over a broken lock is no test.

let copy = ''
const COPIED = [
  'app',
  'components',
  'lib',
  'messages',
  'prisma',
  'public',
  'scripts',
  'tests',
  'docs',
  'README.md',
  'CHANGELOG.md',
  'package.json',
  'tsconfig.json',
  'global.d.ts',
  'vitest.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'prisma.config.ts',
]

beforeAll(() => {
  copy = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-mutants-'))
  fs.chmodSync(copy, 0o711)
  for (const entry of COPIED)
    if (fs.existsSync(path.join(root, entry)))
      fs.cpSync(path.join(root, entry), path.join(copy, entry), { recursive: true })
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
})
afterAll(() => {
  const state = path.join(copy, '.data', 'pg-test.json')
  // As root the data of a private folder lies elsewhere (scripts/cluster.mjs); it goes with the copy.
  const folder: unknown = fs.existsSync(state) ? JSON.parse(fs.readFileSync(state, 'utf8')).folder : null
  if (typeof folder === 'string' && path.isAbsolute(folder))
    fs.rmSync(folder, { recursive: true, force: true })
  fs.rmSync(copy, { recursive: true, force: true })
})

/** Runs one test file in the copy: the number of tests that failed and passed. A broken lock is seen with the first that fails. */
const runThere = (file: string, { isBroken = false } = {}): { failed: number; passed: number } => {
  const report = path.join(copy, 'report.json')
  fs.rmSync(report, { force: true })
  const vitest = path.join(copy, 'node_modules/vitest/vitest.mjs')
  const bail = isBroken ? ['--bail=1'] : []
  const args = [
    vitest,
    'run',
    '--project',
    file.startsWith('tests/') ? 'integration' : 'unit',
    file,
    '--reporter=json',
    `--outputFile=${report}`,
    ...bail,
  ]
  const rest = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST|DATABASE_URL|.*_DATABASE_URL|KEY_FILE|NEXTAUTH|TEST$)/.test(name),
    ),
  )
  const env = { ...rest, NODE_ENV: process.env.NODE_ENV }
  const done = spawnSync(process.execPath, args, { cwd: copy, env, encoding: 'utf8' })
  if (!fs.existsSync(report)) throw new Error(`${file} did not run: ${done.stderr.slice(-2000)}`)
  const { numFailedTests: failed, numPassedTests: passed } = JSON.parse(fs.readFileSync(report, 'utf8'))
  return { failed, passed }
}

it('the copy is green before anything is broken', () => {
  for (const file of new Set(MUTANTS.map(({ red }) => red))) {
    const { failed, passed } = runThere(file)
    expect({ file, failed, some: passed > 0 }).toEqual({ file, failed: 0, some: true })
  }
})

it.each(MUTANTS)('$name is red', ({ name, red, file, find, replace }) => {
  const place = path.join(copy, file)
  const before = fs.existsSync(place) ? fs.readFileSync(place, 'utf8') : null
  if (find !== undefined) expect(before?.split(find).length).toBe(2)
  fs.mkdirSync(path.dirname(place), { recursive: true })
  fs.writeFileSync(
    place,
    find === undefined ? `${before ?? ''}${replace}` : (before ?? '').replace(find, () => replace),
  )
  try {
    const { failed, passed } = runThere(red, { isBroken: true })
    console.log(`mutant: ${name} → ${red}: ${failed} red, ${passed} green`)
    expect(failed).toBeGreaterThan(0)
  } finally {
    if (before === null) fs.rmSync(path.dirname(place), { recursive: true, force: true })
    else fs.writeFileSync(place, before)
  }
})
