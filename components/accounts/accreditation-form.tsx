'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { namedOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { setAccreditation } from '@/lib/accounts/administration.actions'

type Centre = { id: string; name: string }

export const AccreditationForm = ({ staffId, centres }: { staffId: string; centres: readonly Centre[] }) => {
  const t = useTranslations('accounts.colleague')
  return (
    <FormAnew
      schema={() => import('@/lib/accounts/account.schema').then((room) => room.accreditationSchema)}
      defaultValues={{ staffId, placeId: '', validFrom: '', validUntil: '', note: '' }}
      action={setAccreditation}
    >
      <Select name="placeId" label={t('centre')} empty="–" options={namedOptions(centres)} />
      <DateField name="validFrom" label={t('from')} />
      <DateField name="validUntil" label={t('until')} />
      <TextField name="note" label={t('note')} />
      <FormFooter kind="quiet">{t('saveAccreditation')}</FormFooter>
    </FormAnew>
  )
}
