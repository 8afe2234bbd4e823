// npm run bench -- --own: only own fields. Writes bench/RESULTS-own-fields.md.
//   --short   without the million files
//   --lists   without the page of a file; writes nothing
import { withClient } from '../pg-client.mjs'
import { openBenchCluster, openOwn } from './database'
import type { Line } from './line'
import { measureOwnLists, measureOwnPage, OWN_FIELDS } from './own'
import { print, writeReport } from './report'

const isShort = process.argv.includes('--short')
const isLists = process.argv.includes('--lists')
const cluster = await openBenchCluster()
try {
  const sizes = isShort ? [100_000] : [100_000, 1_000_000]
  const lines: Line[] = []
  const filled: string[] = []
  let plan: string | null = null
  let engine = ''
  for (const files of sizes) {
    const { urls, seconds } = await openOwn(cluster, { files, fields: OWN_FIELDS })
    const [size, values] = [files, files * OWN_FIELDS].map((count) => count.toLocaleString('en'))
    filled.push(
      `${size} files with ${values} answers to own fields ${seconds === null ? 'were there from an earlier run' : `made in ${seconds.toFixed(0)} s`}`,
    )
    engine = await withClient(urls.superuser, async (admin) => {
      const { rows } = await admin.query<{ server_version: string }>('SHOW server_version')
      return rows[0]?.server_version ?? ''
    })
    const lists = measureOwnLists({ urls, size: size ?? '' })
    plan = lists.plan
    lines.push(...lists.lines)
    print(lists.lines)
    if (!isLists && files === sizes[0]) {
      const plain = await openOwn(cluster, { files, fields: 0 })
      const page = await measureOwnPage({ own: urls, plain: plain.urls }, size ?? '')
      lines.push(page)
      print([page])
    }
  }
  if (isLists) console.log(plan)
  else
    writeReport('bench/RESULTS-own-fields.md', {
      lines,
      weights: null,
      engine,
      filled,
      plan,
      planOf: 'How a list is narrowed by an own field',
    })
} finally {
  await cluster.release()
}
process.exit()
