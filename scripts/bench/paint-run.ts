// npm run bench -- --paint: one line of the bench by itself, on the smallest organisation.
import { openBenchCluster, openFilled } from './database'
import { measurePaint } from './paint'
import { print } from './report'
import { startApplication } from './servers'

const cluster = await openBenchCluster()
try {
  const { urls } = await openFilled(cluster, 10_000)
  const served = await startApplication(urls)
  print([await measurePaint(served)])
  await served.stop()
} finally {
  await cluster.release()
}
process.exit()
