import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { Day } from '@/lib/shared/dates'
import type { TodayOf } from '@/lib/today/today.data'
import { TodayDrafts } from './today-drafts'
import { Aside, Firsts, LastOpened, Main, Part, Screen } from './today-parts'
import { WeekVisits } from './today-visits'
import { UnseenCard } from './unseen-card'

/** What needs a decision, who was not seen, what the week lacks, and who carries how much. */
export const TodayCoordinator = ({ shown, today }: { shown: TodayOf<'coordinator'>; today: Day }) => (
  <Screen>
    <Main>
      <Firsts shown={shown} day={today} />
      <UnseenCard unseen={shown.unseen} today={today} />
      <LastOpened shown={shown} />
    </Main>
    <Aside>
      <WeekVisits week={shown.week} today={today} />
      <Load load={shown.load} />
      <TodayDrafts />
    </Aside>
  </Screen>
)

const Load = ({ load }: { load: TodayOf<'coordinator'>['load'] }) => {
  const t = useTranslations('today')
  const most = Math.max(1, ...load.map(({ files }) => files))
  return (
    <Part id="load" title={t('load')} more={{ href: '/team', words: t('toTeam') }}>
      <Card>
        {load.length === 0 ? (
          <p className="text-muted">{t('noLoad')}</p>
        ) : (
          <ul className="grid gap-2.5 text-sm">
            {load.map(({ workerId, name, files }) => (
              <li key={workerId} className="grid grid-cols-[8rem_1fr_2rem] items-center gap-2.5">
                <Link href={`/cases?worker=${workerId}`} prefetch={false} className="py-1 wrap-anywhere">
                  {name}
                </Link>
                <svg
                  viewBox="0 0 100 10"
                  preserveAspectRatio="none"
                  className="h-2.5 w-full"
                  aria-hidden="true"
                >
                  <rect width={(files / most) * 100} height="10" rx="2" className="fill-accent" />
                </svg>
                <span className="num text-end">
                  {files}
                  <span className="sr-only"> {t('filesWord', { files })}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Part>
  )
}
