'use client'
import { useTranslations } from 'next-intl'
import { type Option, RadioGroup } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { askCapability } from '@/lib/accounts/capability.actions'

/** What an admin asks for a colleague. @param last the last day that may be asked for, in words */
export const CapabilityForm = ({
  staffId,
  kinds,
  last,
}: {
  staffId: string
  kinds: readonly Option[]
  last: string
}) => {
  const t = useTranslations('capabilities.ask')
  return (
    <FormAnew
      schema={() => import('@/lib/accounts/capability.schema').then((room) => room.askCapabilitySchema)}
      defaultValues={{ staffId, kind: '', until: '' }}
      action={askCapability}
    >
      <RadioGroup name="kind" label={t('kind')} options={kinds} />
      <DateField name="until" label={t('until')} hint={t('untilHint', { day: last })} />
      <FormFooter kind="quiet">{t('submit')}</FormFooter>
    </FormAnew>
  )
}
