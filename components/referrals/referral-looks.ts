import type { TagKind } from '@/components/ui/tag'
import type { ReferralState } from '@/lib/referrals/referral.rules'

/** How the state of a referral looks, wherever it is shown. */
export const REFERRAL_LOOKS: Readonly<Record<ReferralState, TagKind>> = {
  draft: 'plain',
  told: 'late',
  sent: 'late',
  received: 'late',
  accepted: 'done',
  declined: 'danger',
  person_declined: 'plain',
  no_capacity: 'danger',
  no_answer: 'danger',
  outcome: 'done',
}
