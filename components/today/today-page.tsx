import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode } from 'react'
import { PageTitle } from '@/components/layout/page-title'
import { Time } from '@/components/ui/time'
import type { Day } from '@/lib/shared/dates'
import type { Today } from '@/lib/today/today.data'
import { type Frozen, TodayAdmin } from './today-admin'
import { TodayCaseworker } from './today-caseworker'
import { TodayCoordinator } from './today-coordinator'
import { TodayGuest } from './today-guest'

type Shown = {
  readonly shown: Today
  readonly today: Day
  readonly staffId: string
  /** The last closed period whose figures are frozen, for an admin. */
  readonly frozen: Frozen | null
  /** What other rooms have to ask first. */
  readonly above: ReactNode
}

/** The first screen: what is to be done today, by role. */
export const TodayPage = (props: Shown) => (
  <div className="grid gap-6">
    <div className="-mb-6">
      <Heading {...props} />
    </div>
    {props.above}
    <RoleScreen {...props} />
  </div>
)

const Heading = ({ shown, today }: Shown) => {
  const t = useTranslations('today')
  const words =
    shown.role === 'admin' || shown.role === 'guest'
      ? t(`heading.${shown.role}`)
      : t('heading.things', { count: shown.total })
  return <PageTitle title={t('tab')} heading={words} above={<Time at={today} style="weekday" />} />
}

const RoleScreen = ({ shown, today, staffId, frozen }: Shown): ReactElement => {
  switch (shown.role) {
    case 'coordinator':
      return <TodayCoordinator shown={shown} today={today} />
    case 'caseworker':
      return <TodayCaseworker shown={shown} today={today} staffId={staffId} />
    case 'guest':
      return <TodayGuest shown={shown} />
    case 'admin':
      return <TodayAdmin shown={shown} frozen={frozen} />
  }
}
