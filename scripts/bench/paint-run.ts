// npm run bench -- --paint: one line of the bench by itself, on the smallest house.
import { openBenchCluster, openFilled } from './database'
import { measurePaint } from './paint'
import { print } from './report'
import { startHouse } from './servers'

const cluster = await openBenchCluster()
try {
  const { urls } = await openFilled(cluster, 10_000)
  const house = await startHouse(urls)
  print([await measurePaint(house)])
  await house.stop()
} finally {
  await cluster.release()
}
process.exit()
