import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageTitle } from '@/components/layout/page-title'
import { Time } from '@/components/ui/time'
import type { Today } from '@/lib/cases/today.data'
import type { Day } from '@/lib/shared/dates'
import { TodayAdmin } from './today-admin'
import { TodayCaseworker } from './today-caseworker'
import { TodayCoordinator } from './today-coordinator'
import { TodayGuest } from './today-guest'

/** The first screen: what is to be done today, by role. */
export const TodayPage = ({ shown, today }: { shown: Today; today: Day }) => (
  <div className="grid gap-6">
    <div className="-mb-6">
      <Heading shown={shown} today={today} />
    </div>
    <Screen shown={shown} today={today} />
  </div>
)

const Heading = ({ shown, today }: { shown: Today; today: Day }) => {
  const t = useTranslations('today')
  const count =
    shown.role === 'coordinator' || shown.role === 'caseworker' ? shown.signals.length + shown.due.total : 0
  const words =
    shown.role === 'admin' || shown.role === 'guest'
      ? t(`heading.${shown.role}`)
      : t('heading.things', { count })
  return <PageTitle title={t('tab')} heading={words} above={<Time at={today} style="weekday" />} />
}

const Screen = ({ shown, today }: { shown: Today; today: Day }): ReactNode => {
  switch (shown.role) {
    case 'coordinator':
      return <TodayCoordinator shown={shown} today={today} />
    case 'caseworker':
      return <TodayCaseworker shown={shown} today={today} />
    case 'guest':
      return <TodayGuest shown={shown} />
    case 'admin':
      return <TodayAdmin shown={shown} />
  }
}
