'use client'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Form } from '@/components/forms/form'
import { TextField } from '@/components/forms/text-field'
import { TabWords } from '@/components/layout/tab-words'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { newPasswordSchema } from '@/lib/accounts/account.schema'
import { choosePassword, readReset } from '@/lib/accounts/reset.actions'
import { DoorSubmit } from './door-submit'
import { takeToken } from './take-token'

type Open = { is: 'open'; token: string; email: string; minimum: number }
type State = { is: 'reading' | 'closed' | 'pleaseWait' | 'done' } | Open

/** A new password by a link. Whoever has a second step is asked for it afterwards, as at every sign-in. */
export const ResetPage = () => {
  const t = useTranslations('accounts')
  const [state, setState] = useState<State>({ is: 'reading' })

  useEffect(() => {
    const token = takeToken()
    // React runs effects twice in development; the second run finds no secret and leaves the first one's answer alone.
    if (token === '') return setState((before) => (before.is === 'reading' ? { is: 'closed' } : before))
    const read = async (): Promise<void> => {
      const answer = await readReset({ requestId: crypto.randomUUID(), input: { token } }).catch(() => null)
      if (answer?.ok) return setState({ is: 'open', token, ...answer.value })
      setState({ is: answer?.code === 'pleaseWait' ? 'pleaseWait' : 'closed' })
    }
    void read()
  }, [])

  if (state.is === 'reading')
    return (
      <h1 role="status" className="text-h2">
        {t('accept.reading')}
      </h1>
    )
  if (state.is === 'open')
    return (
      <>
        <TabWords words={t('reset.title')} />
        <h1>{t('reset.title')}</h1>
        <p className="mt-1 break-words text-muted">{t('reset.intro', { email: state.email })}</p>
        <Card className="mt-5">
          <ResetForm open={state} onChosen={() => setState({ is: 'done' })} />
        </Card>
      </>
    )
  if (state.is === 'done')
    return (
      <>
        <Notice kind="success" title={t('reset.done')} />
        <p className="mt-5">
          <LinkButton href="/sign-in">{t('accept.toSignIn')}</LinkButton>
        </p>
      </>
    )
  return (
    <>
      <TabWords words={t('accept.closedTitle')} />
      <h1>{t('accept.closedTitle')}</h1>
      <p className="mt-2">{state.is === 'pleaseWait' ? t('accept.wait') : t('accept.closed')}</p>
      <p className="mt-5">
        <LinkButton kind="quiet" href="/sign-in">
          {t('accept.toSignIn')}
        </LinkButton>
      </p>
    </>
  )
}

const ResetForm = ({ open: { token, email, minimum }, onChosen }: { open: Open; onChosen: () => void }) => {
  const t = useTranslations('accounts')
  return (
    <Form
      schema={newPasswordSchema}
      defaultValues={{ token, password: '', again: '' }}
      action={async (sent) => {
        const answer = await choosePassword(sent)
        if (!answer.ok) return answer
        // Signed in with what was typed a moment ago; if that fails, the sign-in page is where to go on.
        const { password } = newPasswordSchema.parse(sent.input)
        const entered = await signIn('password', { email, password, redirect: false }).catch(() => undefined)
        return { ...answer, value: entered?.ok === true }
      }}
      onSaved={(isIn) => (isIn ? location.assign('/sign-in') : onChosen())}
    >
      {/* Password managers keep the address that stands beside the password. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        name="password"
        type="password"
        label={t('me.next')}
        hint={t('accept.passwordHint', { minimum })}
        autoComplete="new-password"
      />
      <TextField name="again" type="password" label={t('me.again')} autoComplete="new-password" />
      <DoorSubmit>{t('reset.submit')}</DoorSubmit>
    </Form>
  )
}
