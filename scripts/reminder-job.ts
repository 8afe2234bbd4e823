// The reminders of deadlines, by severity to worker, deputy and coordinator, of holds to look at again, and of
// wrong sign-in tries: each once.
import { tellWrongTries } from '@/lib/accounts/wrong-tries.data'
import { withJobWork } from '@/lib/db/work'
import { isSaidElsewhere, sayReminders } from '@/lib/deadlines/reminder-job.data'
import { sayHolds } from '@/lib/rights/hold-due.data'

/** Says what is due and tells how many reminders that were. */
export async function runReminderJob(): Promise<number> {
  try {
    return await withJobWork(
      'reminders',
      async (work) => (await sayReminders(work)) + (await sayHolds(work)) + (await tellWrongTries(work)),
    )
  } catch (error) {
    if (isSaidElsewhere(error)) return 0
    throw error
  }
}
