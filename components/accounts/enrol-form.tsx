'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Form } from '@/components/forms/form'
import { TextField } from '@/components/forms/text-field'
import { Card } from '@/components/ui/card'
import { acceptSecondStep } from '@/lib/accounts/second-step.actions'
import { RecoveryCodes } from './recovery-codes'
import { SignInSubmit } from './sign-in-submit'

/** `children` is the picture; it makes way for the recovery codes once a code has proved it. */
export const EnrolForm = ({ back, children }: { back: string; children: ReactNode }) => {
  const t = useTranslations('accounts.enrol')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes !== null)
    return (
      <div className="mt-5">
        <RecoveryCodes codes={codes} onKept={() => location.assign(back)} />
      </div>
    )
  return (
    <>
      {children}
      <Card className="mt-5">
        <p className="mb-4 font-semibold">{t('type')}</p>
        <Form
          schema={() => import('@/lib/accounts/account.schema').then((room) => room.codeSchema)}
          defaultValues={{ code: '' }}
          action={acceptSecondStep}
          onSaved={({ recoveryCodes }) => setCodes(recoveryCodes)}
        >
          <TextField
            name="code"
            label={t('label')}
            hint={t('hint')}
            width="short"
            autoComplete="one-time-code"
            inputMode="numeric"
            spellCheck={false}
            translate="no"
          />
          <SignInSubmit>{t('submit')}</SignInSubmit>
        </Form>
      </Card>
    </>
  )
}
