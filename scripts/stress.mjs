// npm run stress: the long sweeps (tests/stress), with a report to commit.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './child.mjs'
import { buildIfChanged, generateClient, installPackages } from './install.mjs'
import { runProgram } from './refusal.mjs'

async function engineVersion() {
  const { openTestCluster } = await import('./test-cluster.mjs')
  const { withClient } = await import('./database.mjs')
  const { cluster } = await openTestCluster()
  try {
    const { rows } = await withClient(cluster.superuser(), (client) => client.query('SHOW server_version'))
    return String(rows[0].server_version)
  } finally {
    await cluster.release()
  }
}

/**
 * @param {import('./vitest-run.mjs').TestCount} count
 * @param {import('./vitest-run.mjs').TestLine[]} tests
 * @param {string} engine
 */
function toReport(count, tests, engine) {
  const cpus = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  const rows = tests
    .map(({ name, status, seconds }) => `| ${name} | ${status} | ${seconds.toFixed(1)} s |`)
    .sort()
  return `# Stress report

Written by \`npm run stress\`; do not edit.

- Date: ${new Date().toISOString().slice(0, 10)}
- Machine: ${os.type()} ${os.arch()}, ${cpus.length} × ${cpus[0]?.model.trim() || 'unknown processor'}, ${memory} GB
- Node ${process.version}, PostgreSQL ${engine}
- ${count.passed} passed, ${count.failed} failed

| Sweep | Result | Time |
| --- | --- | ---: |
${rows.join('\n')}
`
}

await runProgram(async () => {
  await installPackages()
  await generateClient()
  // The soak asks a served house.
  await buildIfChanged()
  const { runVitest } = await import('./vitest-run.mjs')
  const { count, tests } = await runVitest(['stress'])
  fs.writeFileSync(path.join(root, 'docs/stress-report.md'), toReport(count, tests, await engineVersion()))
  console.log(`\nwrote docs/stress-report.md\n${count.passed} passed, ${count.failed} failed`)
  return count.failed === 0 ? 0 : 1
})
