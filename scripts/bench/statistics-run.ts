// npm run bench -- --statistics: the tasks of the statistics by themselves.
import { openBenchCluster, openFilled } from './database'
import { print } from './report'
import { measureStatistics } from './statistics'

const cluster = await openBenchCluster()
try {
  const { urls } = await openFilled(cluster, 100_000)
  const isLong = process.argv.includes('--long')
  await measureStatistics(urls, { isLong, show: (line) => print([line]) })
} finally {
  await cluster.release()
}
process.exit()
