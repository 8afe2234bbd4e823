'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { saveReferral } from '@/lib/referrals/referral.actions'
import type { ReferralInput } from '@/lib/referrals/referral.schema'

/** One press: a referral to this body with the least, and the sheet is there. */
export const ReferNow = ({
  fields,
  name,
  sheetHref,
}: {
  fields: ReferralInput
  name: string
  sheetHref: string
}) => {
  const t = useTranslations('trafficking')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/referrals/referral.schema').then((room) => room.referralSchema)}
      defaultValues={{ ...fields, asked: t('askedDefault') }}
      action={saveReferral}
      onSaved={({ subjectId }) => router.push(sheetHref.replace(':id', subjectId))}
    >
      <SubmitButton kind="quiet" size="small">
        {t('referTo', { name })}
      </SubmitButton>
    </Form>
  )
}
