import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode } from 'react'
import { TabWords } from '@/components/layout/tab-labels'
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
  /** So many requests wait for a second admin. */
  readonly asked: number
  /** What other rooms have to ask first. */
  readonly above: ReactNode
  /** And what they say that can wait. */
  readonly below: ReactNode
}

/** The first screen: what is to be done today, by role. */
export const TodayPage = (props: Shown) => (
  <div className="grid gap-4">
    <Heading {...props} />
    {props.above}
    <RoleScreen {...props} />
    {props.below}
  </div>
)

/** What the day brings in a sentence, the day, and how the list is ordered. */
const Heading = ({ shown, today }: Shown) => {
  const t = useTranslations('today')
  const isList = shown.role === 'caseworker' || shown.role === 'coordinator'
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <TabWords words={t('tab')} />
      <h1 className="text-h1 max-sm:text-h2">
        {isList
          ? t('heading.things', { count: shown.total })
          : shown.role === 'admin'
            ? t('heading.admin', { count: shown.badges.length })
            : t('heading.guest')}
      </h1>
      <p className="text-muted max-sm:text-sm">
        <Time at={today} style="weekday" />
      </p>
      {isList ? (
        <details className="text-sm open:basis-full sm:ms-auto print:hidden">
          <summary className="inline-flex min-h-11 items-center text-link sm:min-h-8">
            {t('order.title')}
          </summary>
          <p className="max-w-prose pb-2 text-muted">{t('order.what')}</p>
        </details>
      ) : null}
    </div>
  )
}

const RoleScreen = ({ shown, today, staffId, frozen, asked }: Shown): ReactElement => {
  switch (shown.role) {
    case 'coordinator':
      return <TodayCoordinator shown={shown} today={today} />
    case 'caseworker':
      return <TodayCaseworker shown={shown} today={today} staffId={staffId} />
    case 'guest':
      return <TodayGuest shown={shown} />
    case 'admin':
      return <TodayAdmin shown={shown} frozen={frozen} asked={asked} today={today} />
  }
}
