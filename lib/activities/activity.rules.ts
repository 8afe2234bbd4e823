import { PLACE_KINDS } from '@/lib/countries/vocabulary.rules'
import { type CodeOf, part, vocabulary } from '@/lib/shared/vocabulary'

/** How work outside the closed centres is done. What happens in a centre is a visit. */
export const WAYS = vocabulary('activities.ways', [
  'office',
  'phone',
  'written',
  'court',
  'reception',
  'return_home',
  'outreach',
])
export type Way = CodeOf<typeof WAYS>

/** Places of the country profile where an activity may be: outside the closed centres. */
export const ACTIVITY_PLACES = part('activities.places', PLACE_KINDS, [
  'return_home',
  'registration_centre',
  'inad_centre',
  'station',
])

/** A whole day. */
export const MOST_MINUTES = 1440
