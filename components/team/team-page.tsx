import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { type Column, Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { labelIn } from '@/lib/cases/word.view'
import { addDays, type Day } from '@/lib/shared/dates'
import type { TeamRoom } from '@/lib/team/team.data'
import { PRESSING_DAYS, SPANS } from '@/lib/team/team.rules'
import { AwaitingAccounts } from './awaiting'
import { LoadCard } from './load-card'

/** The offices a coordinator leads: who carries how much, which badges end, where we went and what stood in the way. */
export const TeamPage = ({ room }: { room: TeamRoom }) => {
  const t = useTranslations('team')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="-mb-6">
        <PageTitle title={t('title')} />
      </div>
      <Pressing room={room} />
      {room.awaiting.length > 0 ? <AwaitingAccounts awaiting={room.awaiting} /> : null}
      {room.openings > 0 ? (
        <Notice kind="error" title={t('openings.title')}>
          <p>
            {t('openings.what', { count: room.openings })}{' '}
            <Link href="/circles" className="inline-block py-1">
              {t('openings.to')}
            </Link>
          </p>
        </Notice>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:has-[>:nth-child(2)]:grid-cols-[minmax(0,1fr)_22rem]">
        <LoadCard loads={room.loads} />
        <Badges room={room} />
      </div>
      <Centres room={room} />
      <p className="max-w-prose text-sm text-muted">
        {t('exact')}{' '}
        <Link href="/rights" className="inline-block py-1 print:hidden">
          {t('rights')}
        </Link>
      </p>
    </div>
  )
}

/** When an accreditation ends or has ended, in words that say how near it is. */
const useEnds = (today: Day) => {
  const t = useTranslations('team')
  const locale = useLocale()
  return (until: Day): string => {
    if (until === today) return t('endsToday')
    if (until === addDays(today, 1)) return t('endsTomorrow')
    return t(until < today ? 'ended' : 'ends', { day: formatTime(locale, until, 'dayInYear') })
  }
}

type Badge = TeamRoom['badges'][number]
const isWith = (one: Badge, other: Badge): boolean =>
  one.staffId === other.staffId && one.until === other.until
const isFirstOf = (badge: Badge, index: number, all: readonly Badge[]): boolean =>
  all.findIndex((other) => isWith(badge, other)) === index

/** What of that can not wait: who may not go any more in a few days, which planned visits that concerns, and what can be done. */
const Pressing = ({ room: { badges, today } }: { room: TeamRoom }) => {
  const t = useTranslations('team')
  const ends = useEnds(today)
  const pressing = badges.filter(({ until }) => until <= addDays(today, PRESSING_DAYS))
  if (pressing.length === 0) return null
  return (
    <Notice kind="late">
      <ul className="grid gap-2">
        {pressing.filter(isFirstOf).map((badge) => {
          const own = pressing.filter((other) => isWith(badge, other))
          const visits = own.reduce((sum, { plannedAfter }) => sum + plannedAfter, 0)
          return (
            <li key={`${badge.staffId} ${badge.until}`}>
              <b className="font-semibold">
                {t('pressing', { name: badge.name, ends: ends(badge.until), centres: own.length })}
              </b>
              {visits === 0 ? null : ` ${t('pressingVisits', { count: visits })}`}{' '}
              <span className="inline-flex flex-wrap gap-x-4 print:hidden">
                <Link href="/planning" className="inline-block py-1">
                  {t('toPlanner')}
                </Link>
                <Link href={`/handovers/new?worker=${badge.staffId}`} className="inline-block py-1">
                  {t('toHandover')}
                  <span className="sr-only"> {badge.name}</span>
                </Link>
              </span>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

/** What ends soon: one line for each colleague and day, however many centres it concerns. */
const Badges = ({ room: { badges: all, today } }: { room: TeamRoom }) => {
  const t = useTranslations('team')
  // What cannot wait is said above.
  const badges = all.filter(({ until }) => until > addDays(today, PRESSING_DAYS))
  const ends = useEnds(today)
  const locale = useLocale()
  const format = useFormatter()
  if (badges.length === 0 && all.length > 0) return null
  return (
    <section aria-labelledby="badges" className="grid gap-2.5">
      <h2 id="badges">{t('badges')}</h2>
      {badges.length === 0 ? <p className="text-muted">{t('noBadges')}</p> : null}
      <ul className="border-t border-edge empty:hidden">
        {badges.filter(isFirstOf).map((badge) => {
          const { staffId, name, until } = badge
          const own = badges.filter((other) => isWith(badge, other))
          return (
            <li key={`${staffId} ${until}`} className="border-t border-hair py-2 first:border-t-0">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span className="font-semibold">{name}</span>
                <Tag kind={until < today ? 'danger' : 'late'}>{ends(until)}</Tag>
              </p>
              <p className="text-sm text-muted">
                {format.list(
                  own.map(({ place }) => labelIn(place, locale)),
                  { type: 'unit' },
                )}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type Centre = TeamRoom['centres'][number]

const Centres = ({ room: { centres, span, from, today } }: { room: TeamRoom }) => {
  const t = useTranslations('team')
  const locale = useLocale()
  const format = useFormatter()
  // A centre of which there is nothing to say takes no row.
  const isQuiet = ({ visits, refused, hindered, closedDays }: Centre): boolean =>
    visits + refused + hindered + closedDays === 0
  const quiet = centres.filter(isQuiet)
  const all: readonly Column<Centre>[] = [
    { key: 'centre', head: t('column.centre'), cell: (centre) => labelIn(centre, locale) },
    { key: 'visits', head: t('column.visits'), isNumber: true, cell: ({ visits }) => visits },
    { key: 'people', head: t('column.people'), isNumber: true, cell: ({ people }) => people },
    { key: 'refused', head: t('column.refused'), isNumber: true, cell: ({ refused }) => refused },
    { key: 'hindered', head: t('column.hindered'), isNumber: true, cell: ({ hindered }) => hindered },
    {
      key: 'waiting',
      head: t('column.waiting'),
      isNumber: true,
      cell: ({ waited, waitingMinutes }) =>
        waitingMinutes === null ? (
          <span className="text-muted">{t('notRecorded')}</span>
        ) : (
          t('waited', { minutes: waitingMinutes, visits: waited })
        ),
    },
    {
      key: 'closed',
      head: t('column.closed'),
      isNumber: true,
      cell: ({ closedDays }) =>
        closedDays === 0 ? (
          0
        ) : (
          <Link href="/planning/closures" className="inline-block py-1">
            {closedDays}
          </Link>
        ),
    },
  ]
  // What happened in no centre takes no column.
  const columns = all.filter(
    ({ key }) =>
      !(
        (key === 'refused' && centres.every(({ refused }) => refused === 0)) ||
        (key === 'closed' && centres.every(({ closedDays }) => closedDays === 0))
      ),
  )
  return (
    <section aria-labelledby="centres" className="grid grid-cols-[minmax(0,1fr)]">
      <h2 id="centres">{t('centres')}</h2>
      <Tabs
        label={t('span')}
        tabs={SPANS.map((days) => ({
          href: `/team?days=${days}`,
          label: t('days', { days }),
          isCurrent: days === span,
        }))}
      />
      <p className="mb-3 text-sm text-muted">
        {t('between', {
          from: formatTime(locale, from, from.slice(0, 4) === today.slice(0, 4) ? 'dayInYear' : 'day'),
          until: formatTime(locale, today, 'day'),
        })}{' '}
        {t('centresWhat')}{' '}
        <Link href="/detention" className="inline-block py-1">
          {t('toVisits')}
        </Link>
      </p>
      {quiet.length === 0 ? null : (
        <p className="mb-3">
          <span aria-hidden="true" className="text-late">
            ◷{' '}
          </span>
          {t('quiet', {
            centres: format.list(
              quiet.map((one) => labelIn(one, locale)),
              { type: 'unit' },
            ),
          })}
        </p>
      )}
      <Table
        caption={t('centres')}
        columns={columns}
        rows={centres.filter((one) => !isQuiet(one))}
        rowKey={({ id }) => id}
        isFlowing
      />
    </section>
  )
}
