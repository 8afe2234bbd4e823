// npm test: from a bare clone to one line that says how many passed and how many failed. npm run test:unit and test:changed run a part.
import { spawnSync } from 'node:child_process'
import { root } from './child.mjs'
import { buildIfChanged, generateClient, installPackages } from './install.mjs'
import { Refusal, runProgram, toSentence } from './refusal.mjs'

/** @typedef {import('./vitest-run.mjs').TestCount} TestCount */

/** @typedef {TestCount & { broken: string[], title: string, seconds: number }} Stage */
/** `broken` names what failed. @typedef {{ count: TestCount, broken: string[] }} Outcome */

/**
 * A stage that cannot run is one failure, and the next ones still run.
 * @param {string} title
 * @param {() => Promise<Outcome>} run
 */
async function stage(title, run) {
  const since = Date.now()
  console.log(`\n━━ ${title}`)
  const { count, broken } = await run().catch((error) => {
    console.error(toSentence(error))
    return { count: { passed: 0, failed: 1, skipped: 0 }, broken: [toSentence(error)] }
  })
  return { ...count, broken, title, seconds: (Date.now() - since) / 1000 }
}

async function check() {
  const { printVerdicts, runChecks } = await import('./check.mjs')
  const verdicts = await runChecks()
  printVerdicts(verdicts)
  const broken = verdicts.filter(({ ok }) => !ok).map(({ name }) => name)
  return { count: { passed: verdicts.length - broken.length, failed: broken.length, skipped: 0 }, broken }
}

async function build() {
  await buildIfChanged()
  return { count: { passed: 1, failed: 0, skipped: 0 }, broken: [] }
}

/** Tests that read the project's files instead of importing them: no list of changed files names them. */
const walks = ['tests/architecture', 'tests/access/extract-tables', 'tests/access/erased-columns']

/** Where the work that is not on main began; HEAD on main itself. */
function forkPoint() {
  const git = (/** @type {string[]} */ ...args) =>
    spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim()
  const main = ['origin/main', 'main'].find((name) => git('rev-parse', '--verify', '--quiet', name) !== '')
  return (main && git('merge-base', 'HEAD', main)) || 'HEAD'
}

/**
 * The stages by what was asked for: everything, `unit`, or `changed` (what the changes since main, or since a commit, can break).
 * Those of one row run at once: each of them leaves a core idle for a while.
 */
async function stagesOf(/** @type {string[]} */ [asked, since = forkPoint()]) {
  const { runBrowserTests, runVitest } = await import('./vitest-run.mjs')
  const unit = () => stage('unit tests', () => runVitest(['unit']))
  if (asked === 'unit') return [[unit]]
  if (asked === 'changed')
    return [
      [() => stage('static checks', check)],
      [() => stage('tests of the changes', () => runVitest(['unit', 'integration'], [], {}, since))],
      [() => stage('tests of all files', () => runVitest(['integration'], walks))],
    ]
  if (asked !== undefined)
    throw new Refusal(`There are no tests by the name "${asked}": write unit, changed or nothing.`)
  const { getChromium } = await import('./chromium.mjs')
  const { core, oldest } = await import('./older-postgres.mjs')
  const onOldest = () => runVitest(['integration'], core, { TEST_POSTGRES: oldest })
  return [
    [() => stage('static checks', check), unit],
    [() => stage('tests on PostgreSQL', () => runVitest(['integration']))],
    [() => stage(`core on PostgreSQL ${oldest}`, onOldest), () => stage('build', build)],
    [() => stage('browser tests', async () => runBrowserTests(getChromium()))],
  ]
}

await runProgram(async () => {
  await installPackages()
  await generateClient()
  /** @type {Stage[]} */
  const stages = []
  for (const row of await stagesOf(process.argv.slice(2)))
    stages.push(...(await Promise.all(row.map((run) => run()))))
  console.log('')
  for (const { title, passed, failed, skipped, broken, seconds } of stages) {
    const rest = skipped > 0 ? `, ${skipped} skipped` : ''
    console.log(
      `  ${failed === 0 ? '✓' : '✗'} ${title.padEnd(20)} ${passed} passed, ${failed} failed${rest} (${seconds.toFixed(0)} s)`,
    )
    // Said here again: anyone who reads only the end of a long output finds the test.
    for (const name of broken) console.log(`      ${name}`)
  }
  const sum = (/** @type {'passed' | 'failed'} */ which) =>
    stages.reduce((total, one) => total + one[which], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
})
