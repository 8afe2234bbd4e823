import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { TakeAlong } from '@/components/layout/take-along'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { properPlace } from '@/lib/cases/place-name.rules'
import { labelIn } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import type { TodayOf } from '@/lib/today/today.data'
import { Part } from './today-parts'

type Planned = TodayOf<'caseworker'>['visits'][number]
type Judged = TodayOf<'coordinator'>['week'][number]

/** Hours in words, as far as they are planned. */
const useHours = () => {
  const t = useTranslations('planning')
  return ({ startsAt, endsAt }: Pick<Planned, 'startsAt' | 'endsAt'>): string | null => {
    if (startsAt === null) return null
    return endsAt === null ? t('from', { from: startsAt }) : t('hours', { from: startsAt, to: endsAt })
  }
}

/** The next visit: where, when, with whom, how many people; and those after it. */
export const MyVisits = ({
  visits: [next, ...later],
  staffId,
  today,
}: {
  visits: readonly Planned[]
  staffId: string
  today: Day
}) => {
  const t = useTranslations('today')
  const plan = useTranslations('planning')
  const begin = useTranslations('menu.begin')
  const format = useFormatter()
  const locale = useLocale()
  const hours = useHours()
  if (next === undefined)
    return (
      <Part id="my-visits" title={t('nextVisit')} more={{ href: '/detention/new', words: begin('logVisit') }}>
        <p className="text-sm text-muted">{t('noVisit')}</p>
        <p className="mt-2">
          <LinkButton kind="quiet" size="small" href="/planning">
            {t('toPlan')}
          </LinkButton>
        </p>
      </Part>
    )
  const others = next.visitors.filter(({ id }) => id !== staffId).map(({ name }) => name)
  return (
    <Part id="my-visits" title={t('nextVisit')}>
      <p>
        <Link href={`/planning/${next.id}`} className="inline-block py-1 font-semibold">
          {properPlace(next.place.kind, labelIn(next.place, locale))}
        </Link>
      </p>
      <p className="text-sm first-letter:uppercase">
        {[formatTime(locale, next.onDate, 'weekday'), hours(next)].flatMap((part) => part ?? []).join(', ')}
      </p>
      <p className="text-sm text-muted">
        {plan('people', { count: next.people.length })}
        {others.length === 0 ? null : ` · ${t('with', { names: format.list(others) })}`}
      </p>
      <p className="my-3 flex flex-wrap gap-2">
        <LinkButton
          size="small"
          kind={next.onDate === today ? 'primary' : 'quiet'}
          href={`/detention/new?plan=${next.id}`}
        >
          {t('log')}
        </LinkButton>
        {/* A sheet is for paper; a phone takes the visit along instead. */}
        <span className="max-sm:hidden">
          <LinkButton kind="quiet" size="small" href={`/planning/${next.id}/sheet`}>
            {plan('toSheet')}
          </LinkButton>
        </span>
        <TakeAlong planId={next.id} />
      </p>
      {later.length === 0 ? null : (
        <ul className="text-sm" aria-label={t('later')}>
          {later.map(({ id, place, onDate }) => (
            <li key={id} className="border-t border-hair py-1.5">
              <Link href={`/planning/${id}`} className="inline-block py-1">
                {properPlace(place.kind, labelIn(place, locale))}
              </Link>
              <span className="text-muted"> · {formatTime(locale, onDate, 'shortWeekday')}</span>
            </li>
          ))}
        </ul>
      )}
      {/* Planned or not, a visit is written down from the first page; beside a planned one this is another. */}
      <p className="border-t border-hair text-sm">
        <Link href="/detention/new" className="inline-flex min-h-11 items-center sm:min-h-9">
          {t('otherVisit')}
        </Link>
      </p>
    </Part>
  )
}

const StateTag = ({ plan, today }: { plan: Judged; today: Day }) => {
  const t = useTranslations('today')
  const labels = useTranslations('planning')
  if (plan.isHeld) return <Tag kind="done">{labels('held')}</Tag>
  if (plan.state === 'draft') return <Tag>{labels('state.draft')}</Tag>
  if (plan.onDate < today) return <Tag kind="late">{t('first.visit')}</Tag>
  if (plan.conflicts.length > 0)
    return <Tag kind="late">{labels('remarks', { count: plan.conflicts.length })}</Tag>
  // Published and without a remark is what a plan should be: nothing to say.
  return null
}

/** The visits of the week, with what each lacks. */
export const WeekVisits = ({ week, today }: { week: readonly Judged[]; today: Day }) => {
  const t = useTranslations('today')
  const labels = useTranslations('planning')
  const locale = useLocale()
  return (
    <Part id="week" title={t('week')} more={{ href: '/planning', words: t('toPlan') }}>
      {week.length === 0 ? (
        <p className="text-sm text-muted">{t('noWeek')}</p>
      ) : (
        <ul className="*:grid *:grid-cols-[3.25rem_1fr_auto] *:items-baseline *:gap-x-2 *:border-t *:border-hair *:py-2 *:first:border-t-0">
          {week.map((plan) => (
            <li key={plan.id}>
              <b className="text-sm">{formatTime(locale, plan.onDate, 'weekdayOnly')}</b>
              <span className="min-w-0">
                <Link href={`/planning/${plan.id}`} className="inline-block py-0.5">
                  {properPlace(plan.place.kind, labelIn(plan.place, locale))}
                </Link>
                <span className="block text-sm text-muted">
                  {t('going', { visitors: plan.visitors.length })} ·{' '}
                  {labels('people', { count: plan.people.length })}
                </span>
              </span>
              <StateTag plan={plan} today={today} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
