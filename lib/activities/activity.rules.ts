import { choosable, type Project } from '@/lib/projects/project.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** How work outside the closed centres is done. What happens in a centre is a visit. */
export const WAYS = vocabulary('activities.ways', [
  'office',
  'phone',
  'written',
  'court',
  'reception',
  'return_home',
  'outreach',
])
export type Way = CodeOf<typeof WAYS>

/** Ways that say where the person was: none of them fits someone who is held elsewhere. */
const IN_PERSON: readonly Way[] = ['office', 'reception', 'return_home', 'outreach']

/** How one worked last, for a new one; with someone who is held, by phone where the last way would name a wrong place. */
export const wayLike = (last: Way, isHeld: boolean): Way =>
  isHeld && IN_PERSON.includes(last) ? 'phone' : last

/** How and for which project one worked last, for a new one; a project that was closed since is chosen no more. */
export const likeLast = (
  last: { readonly way: Way; readonly projectId: string | null } | null,
  projects: readonly Project[],
): { readonly way: Way; readonly projectId: string } => ({
  way: last?.way ?? 'office',
  projectId: choosable(projects, null).find(({ id }) => id === last?.projectId)?.id ?? '',
})

/** A whole day. */
export const MOST_MINUTES = 1440
