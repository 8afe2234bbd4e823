import 'server-only'
import type { Work } from '@/lib/db/work'
import { listUnanswered } from './glass.data'
import { listHeld } from './member.data'
import { listWords } from './word.data'

/** Everything about circles that waits for the actor's word. */
export const readCircles = async (work: Work) => ({
  openings: await listUnanswered(work),
  words: await listWords(work),
  held: await listHeld(work),
})
export type CirclesRead = Awaited<ReturnType<typeof readCircles>>
