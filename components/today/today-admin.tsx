import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { withStop } from '@/components/ui/as-sentence'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { formatTime } from '@/components/ui/time'
import { toDue } from '@/lib/cases/case.rules'
import { properPlace } from '@/lib/cases/place-name.rules'
import { labelIn } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import type { TodayOf } from '@/lib/today/today.data'
import { Tier } from './today-parts'

export type Frozen = { readonly start: Day; readonly end: Day; readonly frozenOn: Day }
type Badge = TodayOf<'admin'>['badges'][number]

/** Within so many days the end of an accreditation is amber. */
const NEAR_DAYS = 7

/** The state of the organisation, what ends first at its top. No person and no file is on this screen. */
export const TodayAdmin = ({
  shown,
  frozen,
  asked,
  today,
}: {
  shown: TodayOf<'admin'>
  frozen: Frozen | null
  /** So many requests wait for a second admin. */
  asked: number
  today: Day
}) => {
  const t = useTranslations('today')
  const waiting = useTranslations('statistics')('request.waiting', { count: asked })
  const place = useTranslations('menu.place')
  const locale = useLocale()
  // The list comes with what ends first at the top.
  const [first] = shown.invitations
  const ending = byHolder(shown.badges)
  // Where a row begins with a sign, what has none begins below its words.
  const isSigned = ending.some(([{ until }]) => isSoon(until, today))
  return (
    <div className={classNames('item-list', isSigned ? '[&_.sentence]:ps-7' : null)}>
      <Tier title={t('badges')} what={t('badgesWhat')}>
        {ending.length === 0 ? (
          <p className="py-2 text-dense text-muted">{t('noBadges')}</p>
        ) : (
          <ul>
            {ending.map((badges) => (
              <Ending key={badges[0].id} badges={badges} today={today} isSigned={isSigned} />
            ))}
          </ul>
        )}
      </Tier>
      <Tier title={place('accounts')} what="">
        <Line href="/accounts" press={t('toAccounts')}>
          {t('accountsWhat', { count: shown.active })}{' '}
          {first === undefined
            ? t('noInvitations')
            : t('invitations', {
                count: shown.invitations.length,
                until: formatTime(locale, first.expiresAt, 'moment'),
              })}
        </Line>
      </Tier>
      <Tier title={place('statistics')} what="">
        <Line href="/statistics" press={t('toStatistics')}>
          {frozen === null
            ? t('noneFrozen')
            : t('frozen', {
                from: formatTime(locale, frozen.start, 'day'),
                until: formatTime(locale, frozen.end, 'day'),
                on: formatTime(locale, frozen.frozenOn, 'day'),
              })}
        </Line>
      </Tier>
      <Tier title={place('requests')} what="">
        <Line href="/requests" press={t('toRequests')}>
          {withStop(waiting)}
        </Line>
      </Tier>
    </div>
  )
}

type Ending = readonly [Badge, ...Badge[]]

/** What ends of one colleague on one day is one line. */
const byHolder = (badges: readonly Badge[]): readonly Ending[] => {
  const found = new Map<string, [Badge, ...Badge[]]>()
  for (const badge of badges) {
    const key = `${badge.staff.id} ${badge.until}`
    const known = found.get(key)
    if (known === undefined) found.set(key, [badge])
    else known.push(badge)
  }
  return [...found.values()]
}

const isSoon = (until: Day, today: Day): boolean => toDue(until, today).days <= NEAR_DAYS

const Ending = ({
  badges,
  today,
  isSigned,
}: {
  badges: Ending
  today: Day
  /** Some row of the list has a sign. */
  isSigned: boolean
}) => {
  const t = useTranslations('today')
  const format = useFormatter()
  const locale = useLocale()
  const [{ staff, until }] = badges
  const { days } = toDue(until, today)
  const endsSoon = isSoon(until, today)
  const href = `/accounts/${staff.id}`
  const places = badges.map(({ place }) => properPlace(place.kind, labelIn(place, locale)))
  return (
    <li data-item={endsSoon ? 'late' : isSigned ? 'plain' : 'bare'}>
      <p>
        <Link href={href}>{staff.name}</Link> <span>{format.list(places)}</span>
      </p>
      <p>
        <b>{t('badgeEnds', { days, on: formatTime(locale, until, 'shortWeekday') })}</b>
      </p>
      <LinkButton
        kind={endsSoon ? 'primary' : 'quiet'}
        size="small"
        href={href}
        aria-label={t('renewOf', { name: staff.name })}
        {...(endsSoon ? { 'data-first': '' } : {})}
      >
        {t('renew')}
      </LinkButton>
    </li>
  )
}

/** A sentence and the page that says more. */
const Line = ({ href, press, children }: { href: string; press: string; children: ReactNode }) => (
  <div className="sentence flex items-center justify-between gap-x-4 gap-y-1 py-2 text-dense max-sm:flex-col max-sm:items-start">
    <p className="max-w-prose">{children}</p>
    <LinkButton kind="quiet" size="small" href={href}>
      {press}
    </LinkButton>
  </div>
)
