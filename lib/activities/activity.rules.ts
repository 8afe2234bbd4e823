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
