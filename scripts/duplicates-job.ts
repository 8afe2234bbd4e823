import { withJobWork } from '@/lib/db/work'
import { findDuplicates } from '@/lib/people/duplicates-job.data'

/** Until no one is left, some at a time: a crash leaves the rest for the next run. */
export async function runDuplicatesJob(): Promise<number> {
  let all = 0
  for (;;) {
    const some = await withJobWork('twins', findDuplicates)
    all += some
    if (some === 0) return all
  }
}
