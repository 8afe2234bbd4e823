// Freezes the quarter of the bench in a process of its own, and tells how long it took and how far memory grew.
import { disconnect } from '@/lib/db/client'
import { withJobWork } from '@/lib/db/work'
import { insertSnapshot } from '@/lib/statistics/snapshot.data'
import { QUARTER } from './files'
import { organisationId } from './organisation'

await withJobWork('statistics', async () => undefined)
const before = process.memoryUsage.rss()
const since = performance.now()
await withJobWork('statistics', (work) =>
  insertSnapshot(work, { organisationId, period: { kind: 'quarter', ...QUARTER } }),
)
const took = performance.now() - since
// maxRSS is in kilobytes, and includes a peak that is over by now.
const grown = process.resourceUsage().maxRSS * 1024 - before
console.log(JSON.stringify({ took, grown }))
await disconnect()
process.exit()
