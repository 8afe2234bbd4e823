import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { VisitTabs } from '@/components/layout/visit-tabs'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { formatTime } from '@/components/ui/time'
import type { VisitCard, Week } from '@/lib/detention/visit.view'
import type { Day } from '@/lib/shared/dates'
import { useHours } from './hours-labels'

export type VisitListProps = {
  readonly weeks: readonly Week[]
  readonly visitsThisWeek: number
  /** Published visits of the next days, as the menu counts them. */
  readonly planned: number
  readonly today: Day
  readonly canLog: boolean
  readonly next: string | null
  readonly first: string | null
}

const LogButton = () => {
  const t = useTranslations('detention')
  return (
    <LinkButton href="/detention/new">
      <Icon name="plus" />
      {t('log')}
    </LinkButton>
  )
}

const Row = ({ visit }: { visit: VisitCard }) => {
  const t = useTranslations('detention')
  const format = useFormatter()
  const locale = useLocale()
  const hours = useHours()(visit)
  const {
    id,
    onDate,
    shortCentre,
    others,
    access,
    waitingMinutes,
    seen,
    unnamed,
    openSignals,
    openCritical,
  } = visit
  const quiet = openSignals - openCritical
  // How they were admitted is said once: when it was not as usual, and how long it took.
  const wait = waitingMinutes === null ? null : t('waited', { minutes: waitingMinutes })
  const facts = [
    hours,
    others.length === 0 ? t('alone') : t('with', { names: format.list([...others]) }),
    access === 'granted' || (access === 'delayed' && wait !== null) ? null : t(`access.${access}`),
    wait,
    unnamed === 0 ? null : t('unnamedMore', { count: unnamed }),
  ].filter((fact) => fact !== null)
  const signals = [
    openCritical === 0 ? null : t('openCritical', { count: openCritical }),
    quiet === 0 ? null : t('openSignals', { count: quiet }),
  ].filter((fact) => fact !== null)
  return (
    <li data-item={openCritical > 0 ? 'danger' : quiet > 0 ? 'info' : 'plain'}>
      <p>
        <Link href={`/detention/${id}`}>
          {`${shortCentre}, ${formatTime(locale, onDate, 'shortWeekday')}`}
        </Link>
      </p>
      <p>
        {signals.length === 0 ? null : <b>{`${signals.join(', ')}. `}</b>}
        {facts.join(', ')}
      </p>
      <p className="num text-end whitespace-nowrap">{t('seen', { count: seen })}</p>
    </li>
  )
}

/** Visits within reach, newest first, by week; what matters is the heading. */
export const VisitList = ({ weeks, visitsThisWeek, planned, today, canLog, next, first }: VisitListProps) => {
  const t = useTranslations('detention')
  const locale = useLocale()
  const all = weeks.flatMap(({ visits }) => visits)
  const signals = all.reduce((sum, { openSignals }) => sum + openSignals, 0)
  const open =
    all.find(({ openCritical }) => openCritical > 0) ?? all.find(({ openSignals }) => openSignals > 0)
  return (
    <>
      <div className="-mb-6 flex flex-wrap items-start justify-between gap-x-4">
        <PageTitle
          title={t('title')}
          {...(weeks.length === 0
            ? {}
            : {
                heading: (
                  <span className="max-sm:text-h2">
                    {t.rich('sentence', {
                      visits: visitsThisWeek,
                      signals,
                      open: (words) =>
                        open === undefined ? words : <Link href={`/detention/${open.id}`}>{words}</Link>,
                    })}
                  </span>
                ),
              })}
        />
        {/* Below that width the bar at the lower edge has it. */}
        {canLog && weeks.length > 0 ? (
          <div className="max-lg:hidden">
            <LogButton />
          </div>
        ) : null}
      </div>
      <div className="-mt-9">
        <VisitTabs current="visits" planned={planned} />
      </div>
      {weeks.length === 0 ? (
        <EmptyState title={t('empty.title')} {...(canLog ? { action: <LogButton /> } : {})}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : (
        <>
          <div className="item-list item-lines -mt-5 border-t-0">
            {weeks.map(({ monday, visits }) => (
              <section key={monday} aria-labelledby={`week-${monday}`} className="tier">
                <h2 id={`week-${monday}`}>
                  {t('week', {
                    day: formatTime(
                      locale,
                      monday,
                      monday.slice(0, 4) === today.slice(0, 4) ? 'dayInYear' : 'day',
                    ),
                  })}
                </h2>
                <ul>
                  {visits.map((visit) => (
                    <Row key={visit.id} visit={visit} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <p className="mt-4 text-sm text-muted">{t('countsNote')}</p>
          <Pagination next={next} first={first} />
        </>
      )}
    </>
  )
}
