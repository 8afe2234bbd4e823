// npm run stress: the long sweeps (tests/stress), the large numbers of the properties and every language in the browser, with a report
// to commit.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './child.mjs'
import { buildIfChanged, generateClient, installPackages } from './install.mjs'
import { Refusal, runProgram } from './refusal.mjs'

async function engineVersion() {
  const { openTestCluster } = await import('./test-cluster.mjs')
  const { withClient } = await import('./pg-client.mjs')
  const { cluster } = await openTestCluster()
  try {
    const { rows } = await withClient(cluster.superuser(), (client) => client.query('SHOW server_version'))
    return String(rows[0].server_version)
  } finally {
    await cluster.release()
  }
}

const report = path.join(root, 'docs/stress-report.md')

/** @typedef {{ sweep: string, result: string, time: string, date: string, file: string }} Row */

/** What stands in the report now. @returns {Row[]} */
function readRows() {
  if (!fs.existsSync(report)) return []
  return fs
    .readFileSync(report, 'utf8')
    .split('\n')
    .filter((line) => /\| (tests|lib|components)\//.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, sweep = '', result = '', time = '', date = '', file = '']) => ({
      sweep,
      result,
      time,
      date,
      file,
    }))
}

/** @param {Row[]} rows @param {string} engine */
function toReport(rows, engine) {
  const cpus = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  const passed = rows.filter(({ result }) => result === 'passed').length
  const lines = rows
    .map(({ sweep, result, time, date, file }) => `| ${sweep} | ${result} | ${time} | ${date} | ${file} |`)
    .sort()
  return `# Stress report

Written by \`npm run stress\`; do not edit. With words (\`npm run stress -- soak kill\`) it runs the files that bear them and
renews their lines alone.

- Machine of the last run: ${os.type()} ${os.arch()}, ${cpus.length} × ${cpus[0]?.model.trim() || 'unknown processor'}, ${memory} GB
- Node ${process.version}, PostgreSQL ${engine}
- ${passed} passed, ${rows.length - passed} failed

| Sweep | Result | Time | Date | File |
| --- | --- | ---: | --- | --- |
${lines.join('\n')}
`
}

/** Files of tests that draw more when SWEEP=on: they, or what they import in their folder, read tests/support/sweep.ts. */
const properties = ['lib', 'components', 'tests/access', 'tests/architecture', 'tests/integration']
  .flatMap((folder) => listTests(folder, '.test.ts'))
  .filter((file) => /support\/sweep'/.test(fs.readFileSync(path.join(root, file), 'utf8')))

/** @param {string} folder @param {string} ending @returns {string[]} paths from the root */
function listTests(folder, ending) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
    .filter((file) => file.endsWith(ending))
    .sort()
}

/** @typedef {import('./vitest-run.mjs').TestLine} TestLine */

await runProgram(async () => {
  await installPackages()
  await generateClient()
  // Some sweeps ask the built application.
  await buildIfChanged()
  const { runBrowserTests, runVitest } = await import('./vitest-run.mjs')
  const { getChromium } = await import('./chromium.mjs')
  const words = process.argv.slice(2)
  const chosen = (/** @type {string[]} */ files) =>
    words.length === 0 ? files : files.filter((file) => words.some((word) => file.includes(word)))
  const env = { SWEEP: 'on' }
  /** @type {TestLine[]} */
  const tests = []
  let crashes = 0
  /** @param {string[]} files @param {(files: string[]) => Promise<{ count: { failed: number }, tests: TestLine[] }>} run */
  const sweep = async (files, run) => {
    if (files.length === 0) return
    const outcome = await run(files)
    const isCrashed = outcome.count.failed > 0 && outcome.tests.every(({ status }) => status !== 'failed')
    if (isCrashed) crashes += outcome.count.failed
    // Which of them the error belongs to is not known, so none of them passed.
    const toStatus = (/** @type {string} */ status) =>
      isCrashed && status === 'passed' ? 'an error that no test caught' : status
    tests.push(...outcome.tests.map((one) => ({ ...one, status: toStatus(one.status) })))
  }
  const long = [...listTests('tests/stress', '.test.ts'), ...listTests('tests/mutants', '.test.ts')]
  await sweep(chosen(long), (files) => runVitest(['stress'], files))
  await sweep(chosen(properties), (files) => runVitest(['unit', 'integration'], files, env))
  await sweep(chosen(listTests('tests/e2e', '.spec.ts')), (files) =>
    runBrowserTests(getChromium(), files, env),
  )
  if (tests.length === 0) throw new Refusal(`No sweep has a name with ${words.join(' or ')}.`)
  const date = new Date().toISOString().slice(0, 10)
  const ran = tests.map(({ file, name, status, seconds }) => ({
    sweep: name.replaceAll('|', '/'),
    result: status,
    time: `${seconds.toFixed(1)} s`,
    date,
    file,
  }))
  const renewed = new Set(ran.map(({ file }) => file))
  const kept = readRows().filter(({ file }) => !renewed.has(file) && fs.existsSync(path.join(root, file)))
  fs.writeFileSync(report, toReport([...kept, ...ran], await engineVersion()))
  const failed = crashes + tests.filter(({ status }) => status === 'failed').length
  console.log(`\nwrote docs/stress-report.md\n${tests.length - failed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
