'use client'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import type { FormAction } from '@/components/forms/reply'
import { TextField } from '@/components/forms/text-field'
import { no, ok } from '@/lib/shared/result'
import { DoorSubmit } from './door-submit'

const bringSchema = () => import('@/lib/accounts/account.schema').then((room) => room.signInSchema)

/** next-auth's own way in; its one refusal has one sentence, whatever the reason was. */
const knock: FormAction<null> = async ({ input }) => {
  const { email, password } = (await bringSchema()).parse(input)
  const answer = await signIn('password', { email, password, redirect: false })
  if (answer?.ok) return ok(null)
  if (answer?.status === 401) return no('signInNotAccepted')
  throw new Error('the server did not answer')
}

export const SignInForm = ({ back }: { back: string }) => {
  const t = useTranslations('accounts.signIn')
  // The server knows what this session still owes, and where it leads.
  const onward = back === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ back })}`
  return (
    <Form
      schema={bringSchema}
      defaultValues={{ email: '', password: '' }}
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
      <DoorSubmit>{t('submit')}</DoorSubmit>
    </Form>
  )
}
