import { vocabulary } from '@/lib/shared/vocabulary'

/**
 * What people in transit give as reasons for not applying here; the last two are silences of their own. The three of the country profile
 * (its list transit_reason) are among them: no_information, registered_elsewhere, other_destination.
 */
export const NO_APPLICATION_REASONS = vocabulary('asylum.no-application-reasons', [
  'family_elsewhere',
  'community_elsewhere',
  'language_elsewhere',
  'work_elsewhere',
  'other_destination',
  'registered_elsewhere',
  'fears_dublin',
  'fears_detention',
  'fears_return',
  'refused_before',
  'no_information',
  'no_shelter',
  'debt_or_pressure',
  'other',
  'not_known',
  'declined',
])
