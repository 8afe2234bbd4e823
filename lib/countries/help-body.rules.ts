/** Bodies that help, as the reference data of a country lists them. */
export const BODY_KINDS = [
  'specialised_centre',
  'child_centre',
  'guardianship',
  'child_helpline',
  'help_line',
  'authority',
] as const

/** Whom one helps, and where. */
export const AGES = ['adults', 'minors', 'all'] as const
export const REGIONS = ['brussels', 'flanders', 'wallonia'] as const
