// npm test: from a bare clone to one line that says how many passed and how many failed.
import { buildIfChanged, generateClient, installPackages } from './install.mjs'
import { runProgram, toSentence } from './refusal.mjs'

/** @typedef {import('./vitest-run.mjs').TestCount} TestCount */

/**
 * A stage that cannot run is one failure, and the next ones still run.
 * @param {string} title
 * @param {() => Promise<TestCount>} run
 * @returns {Promise<TestCount & { title: string, seconds: number }>}
 */
async function stage(title, run) {
  const since = Date.now()
  console.log(`\n━━ ${title}`)
  const count = await run().catch((error) => {
    console.error(toSentence(error))
    return { passed: 0, failed: 1, skipped: 0 }
  })
  return { ...count, title, seconds: (Date.now() - since) / 1000 }
}

async function check() {
  const { printVerdicts, runChecks } = await import('./check.mjs')
  const verdicts = await runChecks()
  printVerdicts(verdicts)
  const passed = verdicts.filter(({ ok }) => ok).length
  return { passed, failed: verdicts.length - passed, skipped: 0 }
}

async function build() {
  await buildIfChanged()
  return { passed: 1, failed: 0, skipped: 0 }
}

await runProgram(async () => {
  await installPackages()
  await generateClient()
  const { getChromium } = await import('./chromium.mjs')
  const { runBrowserTests, runVitest } = await import('./vitest-run.mjs')
  const stages = [
    await stage('static checks', check),
    await stage('unit tests', async () => (await runVitest(['unit'])).count),
    await stage('tests on PostgreSQL', async () => (await runVitest(['integration'])).count),
    await stage('build', build),
    await stage('browser tests', async () => runBrowserTests(getChromium())),
  ]
  console.log('')
  for (const { title, passed, failed, skipped, seconds } of stages) {
    const rest = skipped > 0 ? `, ${skipped} skipped` : ''
    console.log(
      `  ${failed === 0 ? '✓' : '✗'} ${title.padEnd(20)} ${passed} passed, ${failed} failed${rest} (${seconds.toFixed(0)} s)`,
    )
  }
  const sum = (/** @type {'passed' | 'failed'} */ which) =>
    stages.reduce((total, one) => total + one[which], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
})
