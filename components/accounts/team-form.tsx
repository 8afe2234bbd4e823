'use client'
import { useTranslations } from 'next-intl'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { addTeam } from '@/lib/accounts/administration.actions'

export const TeamForm = () => {
  const t = useTranslations('accounts.offices')
  return (
    <FormAnew
      schema={() => import('@/lib/accounts/account.schema').then((room) => room.teamSchema)}
      defaultValues={{ name: '' }}
      action={addTeam}
    >
      <TextField name="name" label={t('name')} />
      <FormFooter kind="quiet">{t('add')}</FormFooter>
    </FormAnew>
  )
}
