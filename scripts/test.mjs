// npm test: from a bare clone to one line that says how many passed and how many failed.
import { buildIfChanged, generateClient, installPackages } from './install.mjs'
import { runProgram, toSentence } from './refusal.mjs'

/** @typedef {import('./vitest-run.mjs').TestCount} TestCount */

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

await runProgram(async () => {
  await installPackages()
  await generateClient()
  const { getChromium } = await import('./chromium.mjs')
  const { runBrowserTests, runVitest } = await import('./vitest-run.mjs')
  const { core, oldest } = await import('./older-postgres.mjs')
  const stages = [
    await stage('static checks', check),
    await stage('unit tests', () => runVitest(['unit'])),
    await stage('tests on PostgreSQL', () => runVitest(['integration'])),
    await stage(`core on PostgreSQL ${oldest}`, () =>
      runVitest(['integration'], core, { TEST_POSTGRES: oldest }),
    ),
    await stage('build', build),
    await stage('browser tests', async () => runBrowserTests(getChromium())),
  ]
  console.log('')
  for (const { title, passed, failed, skipped, broken, seconds } of stages) {
    const rest = skipped > 0 ? `, ${skipped} skipped` : ''
    console.log(
      `  ${failed === 0 ? '✓' : '✗'} ${title.padEnd(20)} ${passed} passed, ${failed} failed${rest} (${seconds.toFixed(0)} s)`,
    )
    // Said here again: whoever reads only the end of a long output finds the test.
    for (const name of broken) console.log(`      ${name}`)
  }
  const sum = (/** @type {'passed' | 'failed'} */ which) =>
    stages.reduce((total, one) => total + one[which], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
})
