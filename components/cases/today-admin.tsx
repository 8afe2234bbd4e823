import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import type { TodayOf } from '@/lib/cases/today.data'
import { labelIn } from '@/lib/cases/word.view'

/** The state of the house. No person and no file is on this screen. */
export const TodayAdmin = ({ shown }: { shown: TodayOf<'admin'> }) => {
  const t = useTranslations('today')
  const locale = useLocale()
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card as="section">
        <h2>{t('accounts')}</h2>
        <p className="mt-1 mb-3">{t('accountsWhat', { count: shown.active })}</p>
        <LinkButton kind="quiet" href="/accounts">
          {t('toAccounts')}
        </LinkButton>
      </Card>
      <Card as="section">
        <h2>{t('statistics')}</h2>
        <p className="mt-1 mb-3">{t('statisticsWhat')}</p>
        <LinkButton kind="quiet" href="/statistics">
          {t('toStatistics')}
        </LinkButton>
      </Card>
      <Card as="section" className="lg:col-span-2">
        <h2>{t('badges')}</h2>
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
