import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What is done without anyone asking, each in its own turn (docs/adr/0147). */
export const JOBS = vocabulary('system.jobs', [
  'checkpoint',
  'recount',
  'reminders',
  'mail',
  'copies',
  'duplicates',
  'imports',
  'freezing',
  'proofs',
  'ending',
  'tidying',
  'submissions',
])
export type JobName = CodeOf<typeof JOBS>

export const RUN_STATES = vocabulary('system.run-states', ['running', 'ok', 'failed', 'lost'])
export type RunState = CodeOf<typeof RUN_STATES>

/** Minutes until a job that failed so often in a row is tried again. */
const minutesAfter = (failures: number): number =>
  failures === 1 ? 1 : failures === 2 ? 5 : failures === 3 ? 15 : 60

/**
 * Seconds until a job is due again: its period; sooner when it failed, and never later than it would be anyway.
 * @param failures in a row, this one included
 */
export const pauseAfter = (failures: number, periodSeconds: number): number =>
  failures === 0 ? periodSeconds : Math.min(minutesAfter(failures) * 60, Math.max(periodSeconds, 60))

/** Days that the history of runs is kept. */
export const KEPT_DAYS = 90
