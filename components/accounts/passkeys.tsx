import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Fold } from '@/components/ui/fold'
import { formatTime } from '@/components/ui/time'
import type { PasskeyLine } from '@/lib/accounts/account.view'
import { removePasskey } from '@/lib/accounts/passkey.actions'
import { AddPasskeyForm, RenamePasskeyForm } from './passkey-forms'

/** One's own passkeys, and how another one is added. Only beside the app that makes the codes. */
export const Passkeys = ({ passkeys, hasApp }: { passkeys: readonly PasskeyLine[]; hasApp: boolean }) => {
  const t = useTranslations('accounts.me.passkeys')
  const locale = useLocale()
  return (
    <>
      <p className="mb-2">{t('what')}</p>
      {passkeys.length === 0 ? null : (
        <ul className="mb-4">
          {passkeys.map(({ id, name, addedOn, lastUsedOn }) => (
            <li key={id} className="border-b border-hair py-2.5">
              <p className="break-words font-semibold">
                <bdi dir="auto">{name}</bdi>
              </p>
              <p className="text-sm text-muted">
                {lastUsedOn === null
                  ? t('unused', { added: formatTime(locale, addedOn, 'day') })
                  : t('used', {
                      added: formatTime(locale, addedOn, 'day'),
                      used: formatTime(locale, lastUsedOn, 'day'),
                    })}
              </p>
              <div className="mt-1 flex flex-wrap items-start gap-x-4">
                <Fold label={t('rename')} of={name}>
                  <RenamePasskeyForm passkeyId={id} name={name} />
                </Fold>
                <ActionButton action={removePasskey} input={{ passkeyId: id }}>
                  {t('remove')}
                  <span className="sr-only"> {name}</span>
                </ActionButton>
              </div>
            </li>
          ))}
        </ul>
      )}
      {hasApp ? <AddPasskeyForm key={passkeys.length} /> : <p className="text-muted">{t('needsApp')}</p>}
    </>
  )
}
