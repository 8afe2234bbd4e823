import { currentSteps, type Step } from '@/lib/referrals/referral.rules'

/** Steps after which someone outside knows of the person. A call that no one answered told no one. */
const TELLING: readonly Step['kind'][] = ['told', 'sent', 'received', 'accepted', 'declined', 'no_capacity']

/**
 * Whether a referral told anyone: by a step that stands, or because its link was opened, whatever was recorded or taken back
 * afterwards (GDPR art. 15(1)(c)). A draft told no one, and neither did its preview.
 */
export const isTold = (steps: readonly Step[], openings: readonly Date[]): boolean =>
  openings.length > 0 || currentSteps(steps).some(({ kind }) => TELLING.includes(kind))
