'use client'
import { MistakeForm } from '@/components/registers/mistake-form'
import { takeReferralBack } from '@/lib/referrals/referral.actions'

/** Says of a referral that it was a mistake. */
export const ReferralMistakeForm = (which: { caseId: string; subjectId: string; version: number }) => (
  <MistakeForm
    schema={() => import('@/lib/referrals/referral.schema').then((room) => room.referralMistakeSchema)}
    row={{ ...which, mistake: 'not_happened' }}
    action={takeReferralBack}
    draftKey={`referral:mistake:${which.subjectId}`}
  />
)
