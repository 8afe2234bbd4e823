'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { proveSecondStep } from '@/lib/accounts/second-step.actions'
import { CodeField } from './code-field'
import { PasskeyButton } from './passkey-button'
import { SignInSubmit } from './sign-in-submit'

export const CodeForm = ({ back, hasPasskey }: { back: string; hasPasskey: boolean }) => {
  const t = useTranslations('accounts.code')
  const goOn = (): void => location.assign(back)
  return (
    <>
      {hasPasskey ? (
        <div className="mb-5 grid gap-5">
          <PasskeyButton prove={proveSecondStep} onDone={goOn}>
            {t('passkey')}
          </PasskeyButton>
          <p>{t('or')}</p>
        </div>
      ) : null}
      <Form
        schema={() => import('@/lib/accounts/account.schema').then((room) => room.codeSchema)}
        defaultValues={{ code: '' }}
        action={proveSecondStep}
        onSaved={goOn}
        opensAtOnce
      >
        <CodeField label={t('label')} hint={t('hint')} />
        <SignInSubmit>{t('submit')}</SignInSubmit>
      </Form>
    </>
  )
}
