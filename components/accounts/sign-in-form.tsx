'use client'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import type { FormAction } from '@/components/forms/reply'
import { TextField } from '@/components/forms/text-field'
import { no, ok } from '@/lib/shared/result'
import { SignInSubmit } from './sign-in-submit'

const bringSchema = () => import('@/lib/accounts/account.schema').then((room) => room.signInSchema)

export const SignInForm = ({ back }: { back: string }) => {
  const t = useTranslations('accounts.signIn')
  const [isRefused, setRefused] = useState(false)
  /** next-auth's own way in; its one refusal has one sentence, whatever the reason was. */
  const knock: FormAction<null> = async ({ input }) => {
    const given = (await bringSchema()).parse(input)
    const answer = await signIn('password', { ...given, redirect: false })
    if (answer?.ok) return ok(null)
    if (answer?.status !== 401) throw new Error('the server did not answer')
    setRefused(true)
    return no('signInNotAccepted')
  }
  // The server knows what this session still owes, and where it leads.
  const onward = back === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ back })}`
  return (
    <Form
      schema={bringSchema}
      defaultValues={{ email: '', password: '', code: '' }}
      action={knock}
      onSaved={() => location.assign(onward)}
      opensAtOnce
    >
      <TextField
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        inputMode="email"
        spellCheck={false}
      />
      <TextField name="password" type="password" label={t('password')} autoComplete="current-password" />
      {isRefused ? (
        <TextField
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          width="short"
          autoComplete="one-time-code"
          spellCheck={false}
        />
      ) : null}
      <SignInSubmit>{t('submit')}</SignInSubmit>
    </Form>
  )
}
