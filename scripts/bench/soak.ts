// npm run stress: an application that is read and written without a pause, and whether its memory grows. Minutes as the argument.
import { execFileSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { openBenchCluster, openFilled } from './database'
import { median, quantile } from './measure'
import { PAGES } from './pages'
import { openOccasions, saverOf } from './saving'
import { startApplication } from './servers'

const minutes = Number(process.argv[2] ?? 60)
const READERS = 2
/** A visit is saved this often: there are free days for more than an hour of it. */
const SAVE_EVERY = 3000
const LOOK_EVERY = 1000

/** Megabytes that a process holds in memory. */
const sizeOf = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024

const cluster = await openBenchCluster()
try {
  const { urls } = await openFilled(cluster, 10_000)
  const served = await startApplication(urls)
  const keep = saverOf(served, await openOccasions(urls))
  const end = Date.now() + minutes * 60_000
  const took: number[] = []
  const sizes: number[] = []
  let [read, saved] = [0, 0]
  const until = async (step: () => Promise<unknown>): Promise<void> => {
    while (Date.now() < end) await step()
  }
  const pages = Object.values(PAGES)
  const reader = (): Promise<void> =>
    until(async () => {
      const page = pages[read++ % pages.length] ?? PAGES.list
      const since = performance.now()
      await served.ask(page.address, { who: page.who })
      took.push(performance.now() - since)
    })
  await Promise.all([
    ...Array.from({ length: READERS }, reader),
    until(async () => {
      await keep()
      saved++
      await setTimeout(SAVE_EVERY)
    }),
    until(async () => {
      sizes.push(sizeOf(served.pid))
      await setTimeout(LOOK_EVERY)
    }),
  ])
  await served.stop()
  // The first third is a warm-up: caches fill, the garbage collector learns.
  const third = Math.floor(sizes.length / 3)
  const [middle, last] = [sizes.slice(third, 2 * third), sizes.slice(2 * third)]
  const result = {
    minutes,
    read,
    saved,
    p95: Math.round(quantile(took, 0.95)),
    before: Math.round(median(middle)),
    after: Math.round(median(last)),
  }
  console.log(JSON.stringify(result))
} finally {
  await cluster.release()
}
process.exit()
