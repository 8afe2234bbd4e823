'use client'
import { useTranslations } from 'next-intl'
import { type Option, RadioGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { withdrawClaim } from '@/lib/cases/claim.actions'
import { WITHDRAWN_BECAUSE } from '@/lib/people/withdrawal.rules'

/** Says of one thing that was said that it was a mistake, and why. */
export const WithdrawForm = ({
  caseId,
  personId,
  claims,
}: {
  caseId: string
  personId: string
  claims: readonly Option[]
}) => {
  const t = useTranslations('people.withdraw')
  return (
    <Form
      schema={() => import('@/lib/cases/file.schema').then((room) => room.withdrawSchema)}
      defaultValues={{ caseId, personId, claimId: '', because: 'misread' }}
      action={withdrawClaim}
    >
      <p className="text-sm text-muted">{t('what')}</p>
      <RadioGroup name="claimId" label={t('which')} options={claims} />
      <RadioGroup
        name="because"
        label={t('why')}
        options={toOptions(WITHDRAWN_BECAUSE.codes, (one) => t(`because.${one}`))}
      />
      <FormFooter kind="danger">{t('save')}</FormFooter>
    </Form>
  )
}
