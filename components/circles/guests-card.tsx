import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Term } from '@/components/layout/term'
import { Fold } from '@/components/ui/fold'
import { Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import { endGuestStay } from '@/lib/circles/guest.actions'
import type { GuestStay } from '@/lib/circles/guest.data'
import { GuestForm } from './guest-form'

type Props = {
  readonly caseId: string
  readonly guests: readonly GuestStay[]
  readonly accounts: readonly { readonly id: string; readonly name: string }[]
  readonly canInvite: boolean
}

/** The guests of a file: which parts each reads, until when, why, and the form that lets one in. */
export const GuestsCard = ({ caseId, guests, accounts, canInvite }: Props) => {
  const t = useTranslations('circles.guest')
  const locale = useLocale()
  return (
    <Section title={t('title')} heading={<Term of="guest">{t('title')}</Term>}>
      {guests.length === 0 ? <p className="text-dense text-muted">{t('none')}</p> : null}
      <ul>
        {guests.map(({ id, name, guestKind, parts, until, reason, version }) => (
          <li key={id} className="border-t border-hair py-2 text-dense first:border-t-0">
            <p className="font-semibold wrap-anywhere">
              {name} <span className="font-normal text-muted">{t(`kind.${guestKind}`)}</span>
            </p>
            <p>
              {[t('always'), ...parts.map((part) => t(`part.${part}`))].join(' · ')}
              {until === null ? null : (
                <span className="text-muted">
                  {' '}
                  {t('until', { until: formatTime(locale, until, 'moment') })}
                </span>
              )}
            </p>
            <p dir="auto" className="text-sm text-muted wrap-anywhere">
              {reason}
            </p>
            {canInvite ? (
              <div className="mt-1 print:hidden">
                <ActionButton action={endGuestStay} input={{ caseId, memberId: id, version }} kind="plain">
                  {t('end')}
                  <span className="sr-only">: {name}</span>
                </ActionButton>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {canInvite ? (
        <Fold label={t(guests.length === 0 ? 'give' : 'add')}>
          <GuestForm caseId={caseId} accounts={accounts} />
        </Fold>
      ) : null}
    </Section>
  )
}
