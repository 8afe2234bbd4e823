import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { VisitTabs } from '@/components/layout/visit-tabs'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import { formatTime, Time } from '@/components/ui/time'
import type { VisitCard, Week } from '@/lib/detention/visit.view'
import { useHours } from './hours-labels'

export type VisitListProps = {
  readonly weeks: readonly Week[]
  readonly visitsThisWeek: number
  readonly openSignals: number
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
  const hours = useHours()(visit)
  const facts = [
    hours,
    visit.others.length === 0 ? t('alone') : t('with', { names: format.list([...visit.others]) }),
    visit.waitingMinutes === null ? null : t('waited', { minutes: visit.waitingMinutes }),
  ].filter((fact) => fact !== null)
  const quiet = visit.openSignals - visit.openCritical
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-hair py-3 first:border-t-0 max-sm:py-2">
      <div className="min-w-0 grow basis-64">
        <Link href={`/detention/${visit.id}`} className="inline-block py-1 font-semibold">
          {visit.centre}, <Time at={visit.onDate} style="weekday" />
        </Link>
        <p className="text-sm text-muted">{facts.join(' · ')}</p>
      </div>
      <p className="num">
        {t('seen', { count: visit.seen })}
        {visit.unnamed === 0 ? null : ` · ${t('unnamed', { count: visit.unnamed })}`}
      </p>
      <p className="flex flex-wrap gap-2">
        {visit.openCritical === 0 ? null : (
          <Tag kind="danger">{t('openCritical', { count: visit.openCritical })}</Tag>
        )}
        {quiet === 0 ? null : <Tag kind="late">{t('openSignals', { count: quiet })}</Tag>}
        {visit.access === 'granted' ? null : <Tag>{t(`access.${visit.access}`)}</Tag>}
      </p>
    </li>
  )
}

/** Visits within reach, newest first, by week; what matters stands in a sentence above. */
export const VisitList = ({ weeks, visitsThisWeek, openSignals, canLog, next, first }: VisitListProps) => {
  const t = useTranslations('detention')
  const locale = useLocale()
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <PageTitle title={t('title')} />
        {canLog && weeks.length > 0 ? <LogButton /> : null}
      </div>
      <VisitTabs current="visits" />
      {weeks.length === 0 ? (
        <EmptyState title={t('empty.title')} {...(canLog ? { action: <LogButton /> } : {})}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : (
        <>
          <p className="max-w-prose font-serif text-read">
            {t('sentence', { visits: visitsThisWeek, signals: openSignals })}
          </p>
          {weeks.map(({ monday, visits }) => (
            <section key={monday} aria-labelledby={`week-${monday}`} className="mt-5 sm:mt-7">
              <h2 id={`week-${monday}`}>{t('week', { day: formatTime(locale, monday, 'day') })}</h2>
              <ul className="mt-2 rounded border border-hair bg-surface px-4 sm:px-5">
                {visits.map((visit) => (
                  <Row key={visit.id} visit={visit} />
                ))}
              </ul>
            </section>
          ))}
          <p className="mt-4 text-sm text-muted">{t('countsNote')}</p>
          <Pagination next={next} first={first} />
        </>
      )}
    </>
  )
}
