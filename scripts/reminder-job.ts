// The reminders of deadlines: by severity to worker, deputy and coordinator, each stage once, whenever the house wakes.
import { withJobWork } from '@/lib/db/work'
import { isSaidElsewhere, sayReminders } from '@/lib/deadlines/reminder-job.data'

/** Says what is due and tells how many reminders that were. */
export async function runReminderJob(): Promise<number> {
  try {
    return await withJobWork('reminders', sayReminders)
  } catch (error) {
    if (isSaidElsewhere(error)) return 0
    throw error
  }
}
