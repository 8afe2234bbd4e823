'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { saveMailServer } from '@/lib/configuration/configuration.actions'
import { MAIL_SECURITY } from '@/lib/settings/setting.rules'

/** The mail server; a password that is known is never shown, and stays when the field is left empty. */
export const MailForm = ({
  fields,
  hasPassword,
}: {
  fields: {
    readonly knew: string
    readonly reason: string
    readonly host: string
    readonly port: string
    readonly security: 'starttls' | 'tls'
    readonly user: string
    readonly password: string
    readonly from: string
  }
  hasPassword: boolean
}) => {
  const t = useTranslations('settings')
  return (
    <Form
      schema={() => import('@/lib/configuration/configuration.schema').then((room) => room.saveMailSchema)}
      defaultValues={fields}
      action={saveMailServer}
    >
      <TextField name="host" label={t('mail.host')} width="name" spellCheck={false} />
      <TextField name="port" label={t('mail.port')} width="number" inputMode="numeric" />
      <ChipGroup
        name="security"
        label={t('mail.security')}
        options={toOptions(MAIL_SECURITY.codes, (one) => t(`mail.${one}`))}
      />
      <TextField name="user" label={t('mail.user')} width="name" spellCheck={false} />
      <TextField
        name="password"
        type="password"
        label={t('mail.password')}
        {...(hasPassword ? { hint: t('mail.passwordKnown') } : {})}
        width="name"
      />
      <TextField name="from" type="email" label={t('mail.from')} width="name" />
      <TextField name="reason" label={t('reason')} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
