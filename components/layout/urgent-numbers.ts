/**
 * Numbers that are the same everywhere in Belgium, day and night unless the words say otherwise. They stand on every page, also
 * where no database answers; those of a body are the ones of the reference data (a test compares).
 */
export const URGENT_NUMBERS = [
  { key: 'emergency', slug: null, shown: '112', dialled: '112' },
  { key: 'police', slug: null, shown: '101', dialled: '101' },
  { key: 'childFocus', slug: 'child-focus', shown: '116 000', dialled: '116000' },
  { key: 'guardianship', slug: 'guardianship-service', shown: '078 15 43 24', dialled: '+3278154324' },
] as const
