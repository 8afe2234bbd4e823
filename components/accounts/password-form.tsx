'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { TextField } from '@/components/forms/text-field'
import { Notice } from '@/components/ui/notice'
import { changePassword } from '@/lib/accounts/own-account.actions'
import { NewPassword } from './new-password'
import { SignInSubmit } from './sign-in-submit'

export const PasswordForm = ({ email, minimum }: { email: string; minimum: number }) => {
  const t = useTranslations('accounts')
  const [isChanged, setChanged] = useState(false)
  if (isChanged) return <Notice kind="success">{t('me.passwordChanged')}</Notice>
  return (
    <Form
      schema={() => import('@/lib/accounts/account.schema').then((room) => room.passwordChangeSchema)}
      defaultValues={{ current: '', password: '', again: '' }}
      action={changePassword}
      confirmation={null}
      onSaved={() => setChanged(true)}
      opensAtOnce
    >
      {/* Password managers keep the address that stands beside the password. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField name="current" type="password" label={t('me.current')} autoComplete="current-password" />
      <NewPassword minimum={minimum} />
      <SignInSubmit>{t('me.changePassword')}</SignInSubmit>
    </Form>
  )
}
