'use client'
import { startRegistration } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import type { FormAction } from '@/components/forms/reply'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { addPasskey, beginPasskey, renamePasskey } from '@/lib/accounts/passkey.actions'

const bringName = () => import('@/lib/accounts/passkey.schema').then((room) => room.passkeyNameSchema)
const bringRename = () => import('@/lib/accounts/passkey.schema').then((room) => room.renamePasskeySchema)

/** As long as the challenge waits: someone looks for their stick. */
const PATIENCE = 5 * 60_000

/** The server says what for, the device makes it, the server keeps the public half. */
const make: FormAction<unknown> = async ({ requestId, input, as }) => {
  const whose = as === undefined ? {} : { as }
  const { name } = (await bringName()).parse(input)
  const begun = await beginPasskey({ requestId: crypto.randomUUID(), input: {}, ...whose })
  if (!begun.ok) return begun
  const answer = await startRegistration({ optionsJSON: begun.value.options }).catch(() => null)
  if (answer === null) return { ok: false, code: 'passkeyNotMade' }
  return addPasskey({ requestId, input: { name, answer }, ...whose })
}

export const AddPasskeyForm = () => {
  const t = useTranslations('accounts.me.passkeys')
  return (
    <Form schema={bringName} defaultValues={{ name: '' }} action={make} patience={PATIENCE}>
      <TextField name="name" label={t('name')} hint={t('nameHint')} width="name" />
      <p>
        <SubmitButton kind="quiet">{t('add')}</SubmitButton>
      </p>
    </Form>
  )
}

export const RenamePasskeyForm = ({ passkeyId, name }: { passkeyId: string; name: string }) => {
  const t = useTranslations('accounts.me.passkeys')
  return (
    <Form schema={bringRename} defaultValues={{ passkeyId, name }} action={renamePasskey}>
      <TextField name="name" label={t('name')} width="name" />
      <p>
        <SubmitButton kind="quiet" size="small">
          {t('saveName')}
        </SubmitButton>
      </p>
    </Form>
  )
}
