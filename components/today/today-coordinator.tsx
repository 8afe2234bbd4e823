import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { formatTime } from '@/components/ui/time'
import { properPlace } from '@/lib/cases/place-name.rules'
import { labelIn } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import type { Late, TodayOf } from '@/lib/today/today.data'
import { TodayDrafts } from './today-drafts'
import { Aside, Firsts, LastOpened, Part, Screen, Tier } from './today-parts'
import { WeekVisits } from './today-visits'

/** What needs attention, what is late in the office, what the week lacks, and who carries how much. */
export const TodayCoordinator = ({ shown, today }: { shown: TodayOf<'coordinator'>; today: Day }) => (
  <Screen>
    <Firsts shown={shown} day={today} after={<InOffice late={shown.late} />} />
    <Aside>
      <WeekVisits week={shown.week} today={today} />
      <Load load={shown.load} />
      <LastReview last={shown.lastReview} />
      <TodayDrafts />
      <LastOpened shown={shown} />
    </Aside>
  </Screen>
)

/** Who was not visited and what is overdue in the office, as numbers that lead to the people. */
const InOffice = ({ late: { unseen, steps, centres } }: { late: Late }) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const link = 'inline-flex min-h-11 items-center sm:min-h-7'
  return (
    <>
      {unseen === 0 ? null : (
        <Tier title={t('tier.unseen.title')} what={t('office.what')}>
          <div className="py-1.5 text-dense">
            <Link href="/cases?contact=unseen" className={link}>
              {t('office.unseen', { count: unseen })}
            </Link>
            <ul className="flex flex-wrap gap-x-4 text-sm" aria-label={t('byCentre')}>
              {centres.map(({ id, slug, kind, people, ...label }) => (
                <li key={id}>
                  <Link href={`/cases?contact=unseen&centre=${slug}`} className={link}>
                    {properPlace(kind, labelIn(label, locale))}
                  </Link>{' '}
                  <span className="num text-muted">{people}</span>
                </li>
              ))}
            </ul>
          </div>
        </Tier>
      )}
      {steps === 0 ? null : (
        <Tier title={t('tier.due.title')} what={t('office.what')}>
          <p className="py-1.5 text-dense">
            <Link href="/cases?missing=late&sort=step" className={link}>
              {t('office.steps', { count: steps })}
            </Link>
          </p>
        </Tier>
      )}
    </>
  )
}

/** When one went through the files the last time, and the way to do it again. */
const LastReview = ({ last }: { last: TodayOf<'coordinator'>['lastReview'] }) => {
  const t = useTranslations('today.review')
  const title = useTranslations('menu.place')('review')
  const press = useTranslations('reviews.start')('press')
  const locale = useLocale()
  return (
    <Part id="review" title={title}>
      <p className="text-sm text-muted">
        {last === null
          ? t('never')
          : t('last', { day: formatTime(locale, last.on, 'weekday'), count: last.files })}
      </p>
      <p className="mt-2">
        <LinkButton kind="quiet" size="small" href="/cases/review">
          {press}
        </LinkButton>
      </p>
    </Part>
  )
}

const Load = ({ load }: { load: TodayOf<'coordinator'>['load'] }) => {
  const t = useTranslations('today')
  const most = Math.max(1, ...load.map(({ files }) => files))
  return (
    <Part id="load" title={t('load')} more={{ href: '/team', words: t('toTeam') }}>
      {load.length === 0 ? (
        <p className="text-muted">{t('noLoad')}</p>
      ) : (
        <ul className="text-sm *:grid *:min-h-9 *:grid-cols-[8rem_1fr_2rem] *:items-center *:gap-2.5 *:border-b *:border-hair *:last:border-b-0">
          {load.map(({ workerId, name, files }) => (
            <li key={workerId}>
              <Link href={`/cases?worker=${workerId}`} className="py-1 wrap-anywhere">
                {name}
              </Link>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" className="h-2 w-full" aria-hidden="true">
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
    </Part>
  )
}
