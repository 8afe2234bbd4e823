// npm run test:postgres [-- <words>] [--on 15,16]: migrations, status, upgrades and the tests on every supported PostgreSQL, with a
// report to commit (docs/postgres-report.md). Words choose test files; "core" stands for those of `npm test`.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './child.mjs'
import { generateClient, installPackages } from './install.mjs'
import { Refusal, runProgram } from './refusal.mjs'

const report = path.join(root, 'docs/postgres-report.md')

/** @typedef {{ major: string, version: string, chosen: string, files: number, passed: number, failed: number, skipped: number, minutes: number, date: string, broken: string[] }} Run */

/** The runs that the report holds now, as its last lines say them. @returns {Run[]} */
function readRuns() {
  if (!fs.existsSync(report)) return []
  const [, json = '[]'] = fs.readFileSync(report, 'utf8').split(/<!-- runs (.*) -->/)
  return JSON.parse(json)
}

/** @param {Run[]} runs */
function toReport(runs) {
  const lines = runs.map(
    ({ version, chosen, files, passed, failed, skipped, minutes, date }) =>
      `| ${version} | ${chosen} | ${files} | ${passed} | ${failed} | ${skipped} | ${minutes.toFixed(1)} | ${date} |`,
  )
  const failed = runs.reduce((sum, run) => sum + run.failed, 0)
  const broken = runs.flatMap(({ version, broken }) => broken.map((name) => `- ${version}: ${name}`))
  return `# PostgreSQL report

Written by \`npm run test:postgres\`; do not edit. Each run begins with every migration on an empty database, status, and the upgrades of
\`tests/integration/postgres-versions.test.ts\`. "core" are the files that \`npm test\` runs on the oldest server; "all" is the whole
project of tests on PostgreSQL.

Machine of the last run: ${os.type()} ${os.arch()}, ${os.cpus().length} processors, Node ${process.version}.

| PostgreSQL | Tests | Files | Passed | Failed | Skipped | Minutes | Date |
| ---------- | ----- | ----: | -----: | -----: | ------: | ------: | ---- |
${lines.join('\n')}

${failed > 0 ? `## Failed\n\n${broken.join('\n')}\n` : 'No test failed.\n'}
<!-- runs ${JSON.stringify(runs)} -->
`
}

/** @param {string | undefined} older */
async function serverVersion(older) {
  if (older) process.env.TEST_POSTGRES = older
  else delete process.env.TEST_POSTGRES
  const { openCluster } = await import('./cluster.mjs')
  const { withClient } = await import('./pg-client.mjs')
  const cluster = await openCluster({ test: true })
  try {
    const { rows } = await withClient(cluster.superuser(), (client) => client.query('SHOW server_version'))
    return String(rows[0].server_version)
  } finally {
    await cluster.release()
  }
}

await runProgram(async () => {
  await installPackages()
  await generateClient()
  const { core, olderMajors } = await import('./older-postgres.mjs')
  const { runVitest } = await import('./vitest-run.mjs')
  const args = process.argv.slice(2)
  const at = args.indexOf('--on')
  const majors = at === -1 ? [...olderMajors, '18'] : (args[at + 1] ?? '').split(',')
  const unknown = majors.find((major) => major !== '18' && !olderMajors.includes(major))
  if (unknown !== undefined)
    throw new Refusal(
      `There is no PostgreSQL "${unknown}" for the tests: write --on ${olderMajors.join(',')},18.`,
    )
  const words = at === -1 ? args : [...args.slice(0, at), ...args.slice(at + 2)]
  const chosen = words.join(' ') || 'all'
  const files = chosen === 'core' ? core : words.length > 0 ? ['integration/postgres-versions', ...words] : []
  let failures = 0
  for (const major of majors) {
    const since = Date.now()
    const older = major === '18' ? undefined : major
    const version = await serverVersion(older)
    console.log(`\n━━ PostgreSQL ${version}, ${chosen}`)
    const { count, tests, broken } = await runVitest(['integration'], files, { TEST_POSTGRES: older ?? '' })
    failures += count.failed
    const run = {
      ...{ major, version, chosen, broken, ...count },
      files: new Set(tests.map(({ file }) => file)).size,
      minutes: (Date.now() - since) / 60_000,
      date: new Date().toISOString().slice(0, 10),
    }
    const kept = readRuns().filter((one) => one.major !== major || one.chosen !== chosen)
    const runs = [...kept, run].sort((a, b) => `${a.chosen}${a.major}`.localeCompare(`${b.chosen}${b.major}`))
    fs.writeFileSync(report, toReport(runs))
  }
  console.log(`\nwrote docs/postgres-report.md\n${failures} failed`)
  return failures === 0 ? 0 : 1
})
