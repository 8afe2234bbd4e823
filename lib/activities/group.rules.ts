import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What a session may be about: the list of conversations, which an organisation may extend. */
export const TOPICS = 'encounter_topic'

/** How many came, by majority and sex. They are counted by eye: no one is asked for an identity. */
export const HEADS = vocabulary('activities.heads', [
  'women',
  'men',
  'adultsOther',
  'girls',
  'boys',
  'minorsOther',
])
export type Heads = Readonly<Record<CodeOf<typeof HEADS>, number>>

export const MOST_PEOPLE = 500
export const MOST_LEADERS = 12

/** How many came in all. Who of them has a file changes nothing in it. */
export const totalOf = (heads: Heads): number => HEADS.codes.reduce((sum, head) => sum + heads[head], 0)
