import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { formatTime, Time } from '@/components/ui/time'
import { labelIn } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import type { TodayOf } from '@/lib/today/today.data'

export type Frozen = { readonly start: Day; readonly end: Day; readonly frozenOn: Day }

/** The state of the organisation. No person and no file is on this screen. */
export const TodayAdmin = ({ shown, frozen }: { shown: TodayOf<'admin'>; frozen: Frozen | null }) => {
  const t = useTranslations('today')
  const locale = useLocale()
  // The list comes with what ends first at the top.
  const [first] = shown.invitations
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card as="section">
        <h2>{t('accounts')}</h2>
        <p className="mt-1">{t('accountsWhat', { count: shown.active })}</p>
        <p className="mt-1 mb-3">
          {first === undefined
            ? t('noInvitations')
            : t('invitations', {
                count: shown.invitations.length,
                until: formatTime(locale, first.expiresAt, 'moment'),
              })}
        </p>
        <LinkButton kind="quiet" href="/accounts">
          {t('toAccounts')}
        </LinkButton>
      </Card>
      <Card as="section">
        <h2>{t('statistics')}</h2>
        <p className="mt-1">{t('statisticsWhat')}</p>
        <p className="mt-1 mb-3">
          {frozen === null
            ? t('noneFrozen')
            : t('frozen', {
                from: formatTime(locale, frozen.start, 'day'),
                until: formatTime(locale, frozen.end, 'day'),
                on: formatTime(locale, frozen.frozenOn, 'day'),
              })}
        </p>
        <LinkButton kind="quiet" href="/statistics">
          {t('toStatistics')}
        </LinkButton>
      </Card>
      <Card as="section" className="lg:col-span-2">
        <h2>
          {t('badges')}
          {shown.badges.length === 0 ? null : (
            <span className="num font-sans text-base font-normal text-muted"> ({shown.badges.length})</span>
          )}
        </h2>
        {shown.badges.length === 0 ? (
          <p className="mt-1 text-muted">{t('noBadges')}</p>
        ) : (
          <ul className="mt-2">
            {shown.badges.map(({ id, staff, place, until }) => (
              <li
                key={id}
                className="flex flex-wrap justify-between gap-x-4 border-t border-hair py-2 first:border-t-0"
              >
                <span>
                  {staff.name} · {labelIn(place, locale)}
                </span>
                <span className="text-muted">
                  {t('badgeUntil')} <Time at={until} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  )
}
