import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../architecture/walk'

// Each lock is broken on purpose in a copy of the house; a test that stays green over a broken lock is no test.

type Mutant = {
  readonly name: string
  /** The test file that must turn red. */
  readonly red: string
  readonly file: string
  /** Absent: the file is new, or text is added to its end. */
  readonly find?: string
  readonly replace: string
}
const migration = (name: string) => `prisma/migrations/29990101000000_${name}/migration.sql`

const MUTANTS: readonly Mutant[] = [
  {
    name: 'policy dropped',
    red: 'tests/access/scope.property.test.ts',
    file: migration('dropped'),
    replace: 'DROP POLICY circle ON public.note;',
  },
  {
    name: 'circle of the file itself dropped',
    red: 'tests/access/sealed-life.test.ts',
    file: migration('uncircled'),
    replace: 'DROP POLICY circle ON public.case_file;',
  },
  {
    name: 'guest honoured after her end',
    red: 'tests/integration/locks.test.ts',
    file: 'prisma/migrations/20261125183800_circles/migration.sql',
    find: 'm.valid_from <= app.now() AND m.valid_until > app.now()\n     AND (part IS NULL',
    replace: 'm.valid_from <= app.now()\n     AND (part IS NULL',
  },
  {
    name: 'glass on a sealed file',
    red: 'tests/integration/glass.test.ts',
    file: 'prisma/migrations/20261125191930_two_hands/migration.sql',
    find: "AND f.secrecy = 'restricted'\n     AND g.at",
    replace: 'AND g.at',
  },
  {
    name: 'one hand for a circle',
    red: 'tests/integration/circles.test.ts',
    file: migration('one_hand'),
    replace: 'DROP POLICY two_hands ON public.case_member;',
  },
  {
    name: 'the lawyer’s notes for everybody',
    red: 'tests/integration/circles.test.ts',
    file: migration('unprivileged'),
    replace: 'DROP POLICY privileged ON public.note;',
  },
  {
    name: 'FORCE dropped',
    red: 'tests/access/rows.test.ts',
    file: migration('unforced'),
    replace: 'ALTER TABLE public.person NO FORCE ROW LEVEL SECURITY;',
  },
  {
    name: 'action without door',
    red: 'tests/architecture/doors.test.ts',
    file: 'lib/cases/note.actions.ts',
    replace: '\nexport const sneak = async () => ({ ok: true })\n',
  },
  {
    name: 'scope removed',
    red: 'tests/access/scope.property.test.ts',
    file: 'lib/access/scope.ts',
    find: "{ secrecy: 'open', OR: open }",
    replace: '{ OR: open }',
  },
  {
    name: 'audit after commit',
    red: 'tests/integration/writes.test.ts',
    file: 'lib/server/define-action.ts',
    find: 'await work.audit(audit(parsed.data, result.value))',
    replace:
      'setImmediate(() => void withWork(token, (late) => late.audit(audit(parsed.data, result.value))).catch(() => undefined))',
  },
  {
    name: 'session-level context',
    red: 'tests/access/rows.test.ts',
    file: 'prisma/migrations/20261124160900_need_to_know/migration.sql',
    find: "set_config('app.token', token, true)",
    replace: "set_config('app.token', token, false)",
  },
  {
    name: 'version ignored',
    red: 'tests/integration/writes.test.ts',
    file: 'lib/cases/case.data.ts',
    find: 'where: which,\n    data: { ...change',
    replace: 'where: { id: which.id },\n    data: { ...change',
  },
  {
    name: 'idempotency ignored',
    red: 'tests/integration/writes.test.ts',
    file: 'lib/server/receipt.data.ts',
    find: 'if (taken === 1) return null',
    replace: 'if (taken < 2) return null',
  },
  {
    name: 'admin granted content',
    red: 'tests/access/matrix.test.ts',
    file: 'lib/access/grants.ts',
    find: '  admin: {\n',
    replace: "  admin: {\n    'case:read': 'team',\n",
  },
]

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

/** Runs one test file in the copy: the number of tests that failed and passed. */
const runThere = (file: string): { failed: number; passed: number } => {
  const report = path.join(copy, 'report.json')
  fs.rmSync(report, { force: true })
  const vitest = path.join(copy, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--project', 'integration', file, '--reporter=json', `--outputFile=${report}`]
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
    const { failed, passed } = runThere(red)
    console.log(`mutant: ${name} → ${red}: ${failed} red, ${passed} green`)
    expect(failed).toBeGreaterThan(0)
  } finally {
    if (before === null) fs.rmSync(path.dirname(place), { recursive: true, force: true })
    else fs.writeFileSync(place, before)
  }
})
