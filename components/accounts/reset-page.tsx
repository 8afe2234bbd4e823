'use client'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { TabWords } from '@/components/layout/tab-labels'
import { Card } from '@/components/ui/card'
import { choosePassword, readReset } from '@/lib/accounts/reset.actions'
import { LinkFrame } from './link-frame'
import { NewPassword } from './new-password'
import { SignInSubmit } from './sign-in-submit'
import { useLink } from './use-link'

const bringSchema = () => import('@/lib/accounts/account.schema').then((room) => room.newPasswordSchema)

type Open = { readonly token: string; readonly email: string; readonly minimum: number }

/** A new password by a link. Anyone who has a second step is asked for it afterwards, as at every sign-in. */
export const ResetPage = () => {
  const t = useTranslations('accounts')
  const { state, finish } = useLink(readReset)
  return (
    <LinkFrame state={state} done={t('reset.done')}>
      {({ token, value }) => (
        <>
          <TabWords words={t('reset.title')} />
          <h1>{t('reset.title')}</h1>
          <p className="mt-1 break-words text-muted">{t('reset.intro', { email: value.email })}</p>
          <Card className="mt-5">
            <ResetForm open={{ token, ...value }} onChosen={finish} />
          </Card>
        </>
      )}
    </LinkFrame>
  )
}

const ResetForm = ({ open: { token, email, minimum }, onChosen }: { open: Open; onChosen: () => void }) => {
  const t = useTranslations('accounts')
  return (
    <Form
      schema={bringSchema}
      defaultValues={{ token, password: '', again: '' }}
      action={async (sent) => {
        const { password } = (await bringSchema()).parse(sent.input)
        const answer = await choosePassword(sent)
        if (!answer.ok) return answer
        // Signed in with what was typed a moment ago; if that fails, the sign-in page is where to go on.
        const entered = await signIn('password', { email, password, redirect: false }).catch(() => undefined)
        return { ...answer, value: entered?.ok === true }
      }}
      onSaved={(isIn) => (isIn ? location.assign('/sign-in') : onChosen())}
    >
      {/* Password managers keep the address that stands beside the password. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <NewPassword minimum={minimum} />
      <SignInSubmit>{t('reset.submit')}</SignInSubmit>
    </Form>
  )
}
