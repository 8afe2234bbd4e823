'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { takeReferralBack } from '@/lib/referrals/referral.actions'
import { MISTAKES } from '@/lib/registers/register.rules'

/** Says of a referral that it was a mistake. */
export const ReferralMistakeForm = (which: { caseId: string; subjectId: string; version: number }) => {
  const t = useTranslations('referrals')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/referrals/referral.schema').then((room) => room.referralMistakeSchema)}
      defaultValues={{ ...which, mistake: 'not_happened' }}
      action={takeReferralBack}
      draftKey={`referral:mistake:${which.subjectId}`}
      onSaved={() => router.refresh()}
    >
      <RadioGroup
        name="mistake"
        label={t('mistakeLabel')}
        options={MISTAKES.map((value) => ({ value, label: t(`mistake.${value}`) }))}
      />
      <FormFooter kind="danger">{t('takeBackSave')}</FormFooter>
    </Form>
  )
}
