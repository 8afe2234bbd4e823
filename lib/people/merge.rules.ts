/** Two rows of one person that become one, and can be two again (docs/adr/0076). */

import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { PERSON_COLUMNS } from './person-field.rules'

/** Why two are taken for one. Codes, no words: who else was meant stands nowhere. */
export const MERGE_REASONS = vocabulary('people.merge-reasons', [
  'said',
  'document',
  'number',
  'recognised',
  'other',
])
export type MergeReason = CodeOf<typeof MERGE_REASONS>

/** For how many days a merge can be taken back. */
export const MERGE_DAYS = 30

/**
 * What could not be parted when a merge was taken back, and so stayed with the one who was kept: an answer or their place in a file
 * that was changed since, things said of them since, and files they came into since.
 */
export const CONFLICTS = vocabulary('people.conflicts', [
  ...PERSON_COLUMNS.codes,
  'place',
  'case_person',
  'person_name',
  'age_claim',
  'nationality',
  'person_origin',
  'person_language',
  'person_identifier',
])
export type Conflict = { readonly what: CodeOf<typeof CONFLICTS>; readonly count: number }

/** Why there is no answer; each of them gives way to one. */
const SILENCES = ['not_asked', 'unknown', 'declined']

/**
 * What can be told of one person of whom two answers are written down: anyone who did not answer the one time leaves the other
 * answer.
 */
export const answersOf = (one: string, other: string): string[] => {
  const both = [...new Set([one, other])]
  const said = both.filter((answer) => !SILENCES.includes(answer))
  return said.length === 0 ? both : said
}
