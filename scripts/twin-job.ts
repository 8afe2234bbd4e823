import { withJobWork } from '@/lib/db/work'
import { findTwins } from '@/lib/people/twin-job.data'

/** Until nobody is left, some at a time: a crash leaves the rest for the next run. */
export async function runTwinJob(): Promise<number> {
  let all = 0
  for (;;) {
    const some = await withJobWork('twins', findTwins)
    all += some
    if (some === 0) return all
  }
}
