// npm run bench, once everything is built (scripts/bench.mjs).
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { withClient } from '../pg-client.mjs'
import { openBenchCluster, openCrowd, openFilled, openYears } from './database'
import type { Line } from './line'
import { measureLoad, measureSavingLoad } from './load'
import { measureOverview } from './overview'
import { measurePages, measurePaging, openPool, recordPages } from './pages'
import { measurePaint } from './paint'
import { print, writeReport } from './report'
import { measureReports } from './reports'
import { measureSaving, openOccasions, rawSaverOf, recordSaving, saverOf } from './saving'
import { CROWDS, measureSearch } from './search'
import { buildBare, startApplication, startBare } from './servers'
import { measureSnapshot } from './snapshot'
import { measureStatistics } from './statistics'
import { weighScripts } from './weights'

const options = new Set(process.argv.slice(2))
/** Without the million: a few minutes less, and the lines that ask for a million say what they were measured on. */
const isShort = options.has('--short')
/** Freezing a million six times takes half an hour: only when asked for. */
const isLong = options.has('--long')
const large = isShort ? 100_000 : 1_000_000
const say = (encounters: number): string => encounters.toLocaleString('en')
const size = say(large)

const cluster = await openBenchCluster()
try {
  const engine = await withClient(cluster.superuser(), async (admin) => {
    const { rows } = await admin.query<{ server_version: string }>('SHOW server_version')
    return rows[0]?.server_version ?? ''
  })
  const small = await openFilled(cluster, 10_000)
  const middle = await openFilled(cluster, 100_000)
  const big = isShort ? middle : await openFilled(cluster, large)
  const filled = [small, middle, ...(isShort ? [] : [big])].map(
    ({ encounters, seconds }) =>
      `${say(encounters)} encounters ${seconds === null ? 'were there from an earlier run' : `made in ${seconds.toFixed(0)} s`}`,
  )
  const place = await buildBare()
  const weights = weighScripts(place)

  mkdirSync('bench', { recursive: true })
  const file = path.join('bench', isShort ? 'RESULTS-short.md' : 'RESULTS.md')
  const lines: Line[] = []
  let plan: string | null = null
  // Written after every line: a run that ends early has measured something.
  const add = (...more: Line[]): void => {
    lines.push(...more)
    print(more)
    writeReport(file, { lines, weights, engine, filled, plan })
  }
  add(weights.line)
  add(measureOverview(big.urls, size))

  await recordPages(big.urls)
  const servers = { small: await startApplication(small.urls), big: await startApplication(big.urls) }
  const bare = await startBare(place, big.urls)
  add(await measurePaint(servers.big))
  add(...(await measurePages({ served: servers.big, bare, urls: big.urls, size })))
  add(await measurePaging(servers.small, servers.big, size))
  await servers.small.stop()
  add(await measureSaving({ served: servers.big, urls: big.urls, size }))
  add(await measureLoad(servers.big, bare, size))
  await bare.stop()

  const occasions = await openOccasions(big.urls)
  const { recording, of } = await recordSaving(big.urls, occasions)
  const pool = openPool(big.urls)
  const saveRaw = rawSaverOf(pool, recording, of, occasions)
  add(await measureSavingLoad(saverOf(servers.big, occasions), saveRaw, size))
  await pool.end()
  await servers.big.stop()
  for (const { people, most } of isShort ? CROWDS.slice(0, 1) : CROWDS) {
    const crowd = await openCrowd(cluster, people)
    const found = await measureSearch({ urls: crowd.urls, people, most })
    plan = found.plan
    add(...found.lines)
  }

  const frozen = isLong ? big : middle
  await measureStatistics(middle.urls, { isLong, show: add })
  const served = await startApplication(frozen.urls)
  add(...(await measureSnapshot({ served, urls: frozen.urls, size: say(frozen.encounters), rounds: 6 })))
  await served.stop()
  if (!isShort) {
    const years = await openYears(cluster)
    await measureReports(years.urls, { isAll: false, hasPages: true, show: add })
  }
  console.log(`\nwrote ${file}: ${lines.filter(({ isHit }) => isHit).length} of ${lines.length} lines hold`)
} finally {
  await cluster.release()
}
process.exit()
