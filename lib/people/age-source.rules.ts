/** Where an age comes from, beside its basis. What somebody says needs no source but the day. */
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
  // An estimate has a reason, and how somebody looks is none.
  estimate: ['family_dates', 'schooling', 'events_told', 'professional'],
} as const
export type AgeSource = (typeof AGE_SOURCES)[keyof typeof AGE_SOURCES][number]

const ALL: readonly AgeSource[] = Object.values(AGE_SOURCES).flat()
export const toAgeSource = (code: string | null): AgeSource | null => ALL.find((one) => one === code) ?? null

export const SEEN = ['original', 'copy', 'not_seen'] as const
export type Seen = (typeof SEEN)[number]
