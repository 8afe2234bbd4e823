// npm run stress: the long sweeps (tests/stress), with a report to commit.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './child.mjs'
import { buildIfChanged, generateClient, installPackages } from './install.mjs'
import { runProgram } from './refusal.mjs'

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
    .filter((line) => line.includes('| tests/'))
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

await runProgram(async () => {
  await installPackages()
  await generateClient()
  // The soak asks a served house.
  await buildIfChanged()
  const { runVitest } = await import('./vitest-run.mjs')
  const { count, tests } = await runVitest(['stress'], process.argv.slice(2))
  const date = new Date().toISOString().slice(0, 10)
  const ran = tests.map(({ file, name, status, seconds }) => ({
    sweep: name,
    result: status,
    time: `${seconds.toFixed(1)} s`,
    date,
    file,
  }))
  const renewed = new Set(ran.map(({ file }) => file))
  const kept = readRows().filter(({ file }) => !renewed.has(file) && fs.existsSync(path.join(root, file)))
  fs.writeFileSync(report, toReport([...kept, ...ran], await engineVersion()))
  console.log(`\nwrote docs/stress-report.md\n${count.passed} passed, ${count.failed} failed`)
  return count.failed === 0 ? 0 : 1
})
