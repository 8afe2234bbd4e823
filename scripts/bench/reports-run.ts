// npm run bench -- --reports: only reports of a million conversations. Writes bench/RESULTS-reports.md; with --all every figure, and writes nothing.
// --figures: without the pages.
import { withClient } from '../pg-client.mjs'
import { openBenchCluster, openYears } from './database'
import type { Line } from './line'
import { print, writeReport } from './report'
import { measureReports } from './reports'

const isAll = process.argv.includes('--all')
const cluster = await openBenchCluster()
try {
  const { urls, seconds } = await openYears(cluster)
  const { engine, conversations } = await withClient(urls.superuser, async (admin) => {
    const { rows } = await admin.query<{ engine: string; conversations: string }>(
      "SELECT current_setting('server_version') AS engine, count(*) AS conversations FROM encounter",
    )
    return {
      engine: rows[0]?.engine ?? '',
      conversations: Number(rows[0]?.conversations).toLocaleString('en'),
    }
  })
  const filled = [
    `${conversations} conversations of ten years ${seconds === null ? 'were there from an earlier run' : `made in ${seconds.toFixed(0)} s`}`,
  ]
  const lines: Line[] = []
  const show = (line: Line): void => {
    lines.push(line)
    print([line])
    if (!isAll) writeReport('bench/RESULTS-reports.md', { lines, weights: null, engine, filled, plan: null })
  }
  await measureReports(urls, { isAll, hasPages: !process.argv.includes('--figures'), show })
  const over = lines.filter(({ isHit }) => !isHit)
  console.log(`\n${over.length} of ${lines.length} lines are over their limit:`)
  for (const { what, ours } of over) console.log(`  ${ours}  ${what}`)
} finally {
  await cluster.release()
}
process.exit()
