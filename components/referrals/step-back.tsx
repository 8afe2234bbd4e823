'use client'
import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { takeReferralStepBack } from '@/lib/referrals/referral.actions'

/** Says of a step that it was a mistake. */
export const StepBack = ({
  step,
  ...which
}: {
  caseId: string
  subjectId: string
  stepId: string
  step: string
}) => {
  const t = useTranslations('referrals')
  return (
    <ActionButton action={takeReferralStepBack} input={which}>
      {t('stepBack')}
      <span className="sr-only">: {step}</span>
    </ActionButton>
  )
}
