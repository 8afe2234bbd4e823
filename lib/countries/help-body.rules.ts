import { vocabulary } from '@/lib/shared/vocabulary'

/** Bodies that help, as the reference data of a country lists them. */
export const BODY_KINDS = vocabulary('countries.body-kinds', [
  'specialised_centre',
  'child_centre',
  'guardianship',
  'child_helpline',
  'help_line',
  'authority',
])

/** Whom one helps, and where. */
export const AGES = vocabulary('countries.ages', ['adults', 'minors', 'all'])
export const REGIONS = vocabulary('countries.regions', ['brussels', 'flanders', 'wallonia'])
