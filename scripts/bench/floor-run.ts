// npm run bench -- --floor: only the four pages beside their floor. Writes bench/RESULTS-floor.md.
import { withClient } from '../pg-client.mjs'
import { openBenchCluster, openFilled } from './database'
import { measureChief, measureFloor } from './floor'
import type { Line } from './line'
import { FEWEST_STATEMENTS, print, writeReport } from './report'
import { buildBare, startApplication, startBare } from './servers'

const SIZES = [10_000, 100_000]

const cluster = await openBenchCluster()
try {
  const engine = await withClient(cluster.superuser(), async (admin) => {
    const { rows } = await admin.query<{ server_version: string }>('SHOW server_version')
    return rows[0]?.server_version ?? ''
  })
  const place = await buildBare()
  const lines: Line[] = []
  const filled: string[] = []
  const show = (line: Line): void => {
    lines.push(line)
    print([line])
    writeReport('bench/RESULTS-floor.md', {
      lines,
      weights: null,
      engine,
      filled,
      plan: null,
      beside: FEWEST_STATEMENTS,
    })
  }
  let before: Awaited<ReturnType<typeof measureFloor>> | null = null
  for (const encounters of SIZES) {
    const { urls, seconds } = await openFilled(cluster, encounters)
    const size = encounters.toLocaleString('en')
    filled.push(
      `${size} encounters ${seconds === null ? 'were there from an earlier run' : `made in ${seconds.toFixed(0)} s`}`,
    )
    const served = await startApplication(urls)
    const bare = await startBare(place, urls)
    before = await measureFloor({ served, bare, urls, size, before, show })
    for (const line of await measureChief(served, size)) show(line)
    await served.stop()
    await bare.stop()
  }
  const over = lines.filter(({ isHit }) => !isHit)
  console.log(`\n${over.length} of ${lines.length} lines are over their limit`)
} finally {
  await cluster.release()
}
process.exit()
