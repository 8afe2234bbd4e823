import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Notice } from '@/components/ui/notice'
import type { Edition } from '@/lib/configuration/edition.rules'
import { sendTestMail } from '@/lib/configuration/mail.actions'
import { knewOf } from '@/lib/configuration/setting.view'
import { SettingsFrame } from './frame'
import { MailForm } from './mail-form'
import { SettingLine } from './setting-line'

export type ShownMail = {
  readonly host: string
  readonly port: number
  readonly security: 'starttls' | 'tls'
  readonly user: string
  readonly from: string
  readonly hasPassword: boolean
}

/** The mail server: the environment wins, and says so. */
export const MailPage = ({
  own,
  editions,
  isOfEnvironment,
}: {
  own: ShownMail | null
  editions: readonly Edition[]
  isOfEnvironment: boolean
}) => {
  const t = useTranslations('settings.mail')
  const stored =
    own === null
      ? null
      : { host: own.host, port: own.port, security: own.security, user: own.user, secret: '', from: own.from }
  return (
    <SettingsFrame page="mail">
      {isOfEnvironment ? <Notice kind="info">{t('environment')}</Notice> : null}
      <SettingLine of="mail.server" value={stored} editions={editions}>
        <MailForm
          key={knewOf(editions)}
          fields={{
            knew: knewOf(editions),
            reason: '',
            host: own?.host ?? '',
            port: String(own?.port ?? 587),
            security: own?.security ?? 'starttls',
            user: own?.user ?? '',
            password: '',
            from: own?.from ?? '',
          }}
          hasPassword={own?.hasPassword ?? false}
        />
      </SettingLine>
      <div className="py-4">
        {own === null && !isOfEnvironment ? (
          <p className="text-muted">{t('first')}</p>
        ) : (
          <ActionButton action={sendTestMail} input={{}} confirmation={t('sent')}>
            {t('test')}
          </ActionButton>
        )}
      </div>
    </SettingsFrame>
  )
}
