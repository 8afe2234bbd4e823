'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { addTeam } from '@/lib/accounts/administration.actions'

export const TeamForm = () => {
  const t = useTranslations('accounts.offices')
  const router = useRouter()
  const [round, setRound] = useState(0)
  return (
    <Form
      key={round}
      schema={() => import('@/lib/accounts/account.schema').then((room) => room.teamSchema)}
      defaultValues={{ name: '' }}
      action={addTeam}
      onSaved={() => {
        setRound(round + 1)
        router.refresh()
      }}
    >
      <TextField name="name" label={t('name')} />
      <FormFooter kind="quiet">{t('add')}</FormFooter>
    </Form>
  )
}
