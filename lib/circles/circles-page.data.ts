import 'server-only'
import type { Work } from '@/lib/db/work'
import { listUnanswered } from './glass.data'

/** Everything about circles that waits for the actor's word. */
export const readCircles = async (work: Work) => ({
  openings: await listUnanswered(work),
})
export type CirclesRead = Awaited<ReturnType<typeof readCircles>>
