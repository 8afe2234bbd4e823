import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Card } from '@/components/ui/card'
import { formatTime } from '@/components/ui/time'
import { vouch } from '@/lib/accounts/voucher.actions'
import type { Awaiting } from '@/lib/accounts/voucher.data'

/** Accounts that open nothing until a coordinator says whose they are. */
export const AwaitingAccounts = ({ awaiting }: { awaiting: readonly Awaiting[] }) => {
  const t = useTranslations('team.accounts')
  const roles = useTranslations('accounts.role')
  const locale = useLocale()
  return (
    <section aria-labelledby="accounts" className="grid gap-2.5">
      <h2 id="accounts">{t('title')}</h2>
      <Card>
        <p className="mb-3">{t('what')}</p>
        <ul>
          {awaiting.map(({ id, name, role, offices, since }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-hair py-3"
            >
              <span className="min-w-0">
                <span className="block font-semibold wrap-anywhere">{name}</span>
                <span className="text-sm text-muted">
                  {[roles(role), ...offices, t('since', { day: formatTime(locale, since, 'day') })].join(
                    ' · ',
                  )}
                </span>
              </span>
              <ActionButton action={vouch} input={{ staffId: id }}>
                {t('vouch')}
                <span className="sr-only"> {t('vouchFor', { name })}</span>
              </ActionButton>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  )
}
