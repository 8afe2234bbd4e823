import { vocabulary } from '@/lib/shared/vocabulary'

/** What someone says of two days (recount.rules.ts): the new day counts, or the one on record stays. */
export const RECOUNT_ANSWERS = vocabulary('deadlines.recount-answers', ['accept', 'keep'])
