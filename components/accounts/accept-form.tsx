'use client'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { toOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { accept } from '@/lib/accounts/invitation.actions'
import { MIN_WITHOUT_SECOND_STEP } from '@/lib/accounts/password.rules'
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import { SignInSubmit } from './sign-in-submit'

const bringSchema = () => import('@/lib/accounts/account.schema').then((room) => room.acceptanceSchema)

type Acceptance = { token: string; email: string; locale: string; onAccepted: () => void }

export const AcceptForm = ({ token, email, locale, onAccepted }: Acceptance) => {
  const t = useTranslations('accounts')
  return (
    <Form
      schema={bringSchema}
      defaultValues={{ token, name: '', locale: LOCALES.read(locale), password: '', again: '' }}
      action={async (sent) => {
        const { password } = (await bringSchema()).parse(sent.input)
        const answer = await accept(sent)
        if (!answer.ok) return answer
        // Signed in with what was typed a moment ago; if that fails, the sign-in page is where to go on.
        const entered = await signIn('password', { email, password, redirect: false }).catch(() => undefined)
        return { ...answer, value: entered?.ok === true }
      }}
      onSaved={(isIn) => (isIn ? location.assign('/sign-in') : onAccepted())}
    >
      {/* Password managers keep the address that stands beside the password. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField name="name" label={t('accept.name')} width="name" isName />
      <Select
        name="locale"
        label={t('accept.locale')}
        options={toOptions(LOCALES.codes, (one) => LOCALE_NAMES[one])}
      />
      <TextField
        name="password"
        type="password"
        label={t('accept.password')}
        hint={t('accept.passwordHint', { minimum: MIN_WITHOUT_SECOND_STEP })}
        autoComplete="new-password"
      />
      <TextField name="again" type="password" label={t('accept.again')} autoComplete="new-password" />
      <SignInSubmit>{t('accept.submit')}</SignInSubmit>
    </Form>
  )
}
