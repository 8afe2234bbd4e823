import type { Day } from '@/lib/shared/dates'
import type { TodayOf } from '@/lib/today/today.data'
import { TodayDrafts } from './today-drafts'
import { Aside, Firsts, LastOpened, Screen } from './today-parts'
import { MyVisits } from './today-visits'

/** What needs attention; beside it the next visit, what is begun and not sent, and the way back. */
export const TodayCaseworker = ({
  shown,
  today,
  staffId,
}: {
  shown: TodayOf<'caseworker'>
  today: Day
  staffId: string
}) => (
  <Screen>
    <Firsts shown={shown} day={today} />
    <Aside>
      <MyVisits visits={shown.visits} staffId={staffId} today={today} />
      <TodayDrafts />
      <LastOpened shown={shown} />
    </Aside>
  </Screen>
)
