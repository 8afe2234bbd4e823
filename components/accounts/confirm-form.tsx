'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Form } from '@/components/forms/form'
import { TextField } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { findWays, stepUp } from '@/lib/accounts/step-up.actions'
import { CodeField } from './code-field'
import { PasskeyButton } from './passkey-button'
import { SignInSubmit } from './sign-in-submit'

type Ways = { readonly hasCode: boolean; readonly hasPasskey: boolean }

const bringCode = () => import('@/lib/accounts/account.schema').then((room) => room.codeSchema)
const bringPassword = () => import('@/lib/accounts/account.schema').then((room) => room.passwordSchema)

/** By what a person proves once more who they are: a passkey, a code of their app, else their password. */
export const ConfirmForm = ({ onDone }: { onDone: () => void }) => {
  const t = useTranslations('confirm')
  const [ways, setWays] = useState<Ways | 'lost' | null>(null)
  const [attempt, setAttempt] = useState(0)
  const area = useRef<HTMLDivElement>(null)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the reason
  useEffect(() => {
    let isOver = false
    const ask = async (): Promise<void> => {
      const answer = await findWays({ requestId: crypto.randomUUID(), input: {} }).catch(() => null)
      if (isOver) return
      // The session has ended: what is sent again hears so, and the form says what follows.
      if (answer !== null && !answer.ok && answer.code === 'signedOut') done.current()
      else setWays(answer?.ok ? answer.value : 'lost')
    }
    void ask()
    return () => {
      isOver = true
    }
  }, [attempt])
  useEffect(() => {
    if (ways === null) return
    const first = area.current?.querySelector<HTMLElement>('button:enabled, input')
    first?.focus()
  }, [ways])
  return (
    <div ref={area} className="grid gap-4">
      <p>{t('why')}</p>
      {ways === 'lost' ? (
        <Notice kind="error">
          <p>{t('lost')}</p>
          <Button className="mt-2" kind="quiet" onClick={() => setAttempt((count) => count + 1)}>
            {t('again')}
          </Button>
        </Notice>
      ) : null}
      {ways !== null && ways !== 'lost' && ways.hasPasskey ? (
        <>
          <PasskeyButton prove={stepUp} onDone={onDone}>
            {t('passkey')}
          </PasskeyButton>
          <p>{t('or')}</p>
        </>
      ) : null}
      {ways === null || ways === 'lost' ? null : ways.hasCode ? (
        <Form
          schema={bringCode}
          defaultValues={{ code: '' }}
          action={stepUp}
          confirmation={null}
          onSaved={onDone}
        >
          <CodeField label={t('code')} hint={t('codeHint')} />
          <SignInSubmit>{t('submit')}</SignInSubmit>
        </Form>
      ) : (
        <Form
          schema={bringPassword}
          defaultValues={{ password: '' }}
          action={stepUp}
          confirmation={null}
          onSaved={onDone}
        >
          <TextField
            name="password"
            type="password"
            label={t('password')}
            width="name"
            autoComplete="current-password"
          />
          <SignInSubmit>{t('submit')}</SignInSubmit>
        </Form>
      )}
    </div>
  )
}
