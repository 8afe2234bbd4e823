'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { TextField } from '@/components/forms/text-field'
import { proveSecondStep } from '@/lib/accounts/second-step.actions'
import { SignInSubmit } from './sign-in-submit'

export const CodeForm = ({ back }: { back: string }) => {
  const t = useTranslations('accounts.code')
  return (
    <Form
      schema={() => import('@/lib/accounts/account.schema').then((room) => room.codeSchema)}
      defaultValues={{ code: '' }}
      action={proveSecondStep}
      onSaved={() => location.assign(back)}
      opensAtOnce
    >
      <TextField
        name="code"
        label={t('label')}
        hint={t('hint')}
        width="name"
        autoComplete="one-time-code"
        spellCheck={false}
        translate="no"
      />
      <SignInSubmit>{t('submit')}</SignInSubmit>
    </Form>
  )
}
