import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What of a file may leave with a referral, field by field; lib/summaries/field-cut.rules.ts says what stands in each. */

export const FILE_FIELDS = vocabulary('referrals.file-fields', [
  'initials',
  'name',
  'code',
  'age',
  'minority',
  'sex',
  'nationality',
  'language',
  'place',
  'procedure',
  'detention',
  'deadlines',
  'others',
  'worker',
])
/** Of what the room of trafficking keeps; nothing of them stands in another file. */
export const TRAFFICKING_FIELDS = vocabulary('referrals.trafficking-fields', [
  'danger',
  'form',
  'sector',
  'region',
  'recruited_in',
  'held',
  'signs',
])
export const FIELDS = vocabulary('referrals.fields', [
  ...FILE_FIELDS.codes,
  'reach',
  ...TRAFFICKING_FIELDS.codes,
])
export type Field = CodeOf<typeof FIELDS>

/** The least that a body can work with; everything else is ticked by hand. */
export const MINIMUM: readonly Field[] = [
  'initials',
  'code',
  'age',
  'minority',
  'language',
  'worker',
  'reach',
]
export const TRAFFICKING_MINIMUM: readonly Field[] = [...MINIMUM, 'danger', 'form', 'region', 'held']

/** Fields that are offered: those of the room of trafficking only where it has something to say. */
export const offered = (isTrafficking: boolean): readonly Field[] =>
  FIELDS.codes.filter((field) => isTrafficking || !TRAFFICKING_FIELDS.has(field))
