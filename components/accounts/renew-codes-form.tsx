'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { TextField } from '@/components/forms/text-field'
import { renewRecoveryCodes } from '@/lib/accounts/second-step.actions'
import { RecoveryCodes } from './recovery-codes'
import { SignInSubmit } from './sign-in-submit'

export const RenewCodesForm = () => {
  const t = useTranslations('accounts')
  const router = useRouter()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes !== null)
    return (
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes(null)
          router.refresh()
        }}
      />
    )
  return (
    <Form
      schema={() => import('@/lib/accounts/account.schema').then((room) => room.codeSchema)}
      defaultValues={{ code: '' }}
      action={renewRecoveryCodes}
      confirmation={null}
      onSaved={({ recoveryCodes }) => setCodes(recoveryCodes)}
    >
      <TextField
        name="code"
        label={t('enrol.label')}
        hint={t('me.renewHint')}
        width="short"
        autoComplete="one-time-code"
        spellCheck={false}
        translate="no"
      />
      <SignInSubmit>{t('me.renewCodes')}</SignInSubmit>
    </Form>
  )
}
