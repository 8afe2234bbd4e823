import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** How it went with a person who was to be met. */
export const OUTCOMES = vocabulary('detention.outcomes', ['seen', 'not_seen', 'refused', 'isolation', 'gone'])
export type Outcome = CodeOf<typeof OUTCOMES>
