import { vocabulary } from '@/lib/shared/vocabulary'

/** The closed lists of what is asked beside an event. */

export const WORRYING = vocabulary('guardianship.worrying', ['none', 'possible', 'worrying'])
/** What makes a disappearance worrying, as the police ask for it. */
export const FACTORS = vocabulary('guardianship.factors', [
  'under_13',
  'trafficking_signs',
  'disability',
  'debt',
  'threats',
])
export const INFORMED = vocabulary('guardianship.informed', ['yes', 'no', 'not_known'])
export const CONSENTS = vocabulary('guardianship.consents', [
  'written',
  'spoken',
  'refused',
  'not_asked',
  'not_known',
])
export const PHASES = vocabulary('guardianship.phases', ['uam_phase_1', 'uam_phase_2', 'uam_phase_3', 'none'])
