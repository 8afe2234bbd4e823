'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { namedOptions, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { setAccreditation } from '@/lib/accounts/administration.actions'

type Centre = { id: string; name: string }

export const AccreditationForm = ({ staffId, centres }: { staffId: string; centres: readonly Centre[] }) => {
  const t = useTranslations('accounts.colleague')
  const router = useRouter()
  const [round, setRound] = useState(0)
  return (
    <Form
      key={round}
      schema={() => import('@/lib/accounts/account.schema').then((room) => room.accreditationSchema)}
      defaultValues={{ staffId, placeId: '', validFrom: '', validUntil: '', note: '' }}
      action={setAccreditation}
      onSaved={() => {
        setRound(round + 1)
        router.refresh()
      }}
    >
      <Select name="placeId" label={t('centre')} empty="–" options={namedOptions(centres)} />
      <DateField name="validFrom" label={t('from')} />
      <DateField name="validUntil" label={t('until')} />
      <TextField name="note" label={t('note')} />
      <FormFooter kind="quiet">{t('saveAccreditation')}</FormFooter>
    </Form>
  )
}
