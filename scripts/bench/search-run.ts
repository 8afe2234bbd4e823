// npm run bench -- --search: finding someone among 20,000 people and among a million, by itself.
import { openBenchCluster, openCrowd } from './database'
import { print } from './report'
import { CROWDS, measureSearch } from './search'

const cluster = await openBenchCluster()
try {
  for (const { people, most } of process.argv.includes('--short') ? CROWDS.slice(0, 1) : CROWDS) {
    const { urls, seconds } = await openCrowd(cluster, people)
    console.log(
      `${people.toLocaleString('en')} people${seconds === null ? '' : `, made in ${seconds.toFixed(0)} s`}`,
    )
    const { lines, plan } = await measureSearch({ urls, people, most })
    print(lines)
    console.log(plan)
  }
} finally {
  await cluster.release()
}
process.exit()
