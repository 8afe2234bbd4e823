import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Where an age comes from, beside its basis. What someone says needs no source but the day. */
export const AGE_SOURCES = {
  said: [],
  document: [
    'birth_certificate',
    'passport',
    'identity_card',
    'consular_card',
    'court_judgment',
    'school_paper',
    'foreign_registration',
    'other_document',
  ],
  authority: [
    'guardianship_service',
    'immigration_office',
    'cgrs',
    'police',
    'municipality',
    'other_state',
    'other_authority',
  ],
  test: ['triple_test', 'teeth', 'collarbone', 'wrist', 'other_test'],
  // An estimate has a reason, and how someone looks is none.
  estimate: ['family_dates', 'schooling', 'events_told', 'professional'],
} as const
export type AgeSource = (typeof AGE_SOURCES)[keyof typeof AGE_SOURCES][number]

export const AGE_SOURCE_CODES = vocabulary('people.age-source-codes', [
  ...AGE_SOURCES.document,
  ...AGE_SOURCES.authority,
  ...AGE_SOURCES.test,
  ...AGE_SOURCES.estimate,
])

export const SEEN = vocabulary('people.seen', ['original', 'copy', 'not_seen'])
export type Seen = CodeOf<typeof SEEN>
