import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { IncomingLine, IncomingLists } from '@/lib/incoming/incoming.data'
import { KEPT_DAYS } from '@/lib/incoming/incoming.rules'
import { URGENCY_LOOK } from './urgency-look'

/** People of whom partners let the office know: what waits for a decision, and what became of the last ones. No person is named here. */
export const IncomingListPage = ({ lists: { waiting, more, settled } }: { lists: IncomingLists }) => {
  const t = useTranslations('incoming')
  return (
    <>
      <BackLink href="/enquiries">{t('list.back')}</BackLink>
      <PageTitle title={t('list.title')}>{t('list.what')}</PageTitle>
      <div className="grid max-w-prose gap-6">
        {waiting.length === 0 ? (
          <EmptyState
            title={t('list.none')}
            action={
              <LinkButton href="/partners" kind="quiet">
                {t('list.toPartners')}
              </LinkButton>
            }
          >
            {t('list.noneWhat')}
          </EmptyState>
        ) : (
          <div>
            <ul aria-label={t('list.waiting')}>
              {waiting.map((line) => (
                <Waiting key={line.id} line={line} />
              ))}
            </ul>
            {more === 0 ? null : <p className="mt-3">{t('list.more', { count: more })}</p>}
          </div>
        )}
        {settled.length === 0 ? null : (
          <Section title={t('list.settled')}>
            <p className="text-sm text-muted">{t('list.kept', { days: KEPT_DAYS })}</p>
            <ul>
              {settled.map((line) => (
                <Settled key={line.id} line={line} />
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  )
}

const Waiting = ({ line }: { line: IncomingLine }) => {
  const t = useTranslations('incoming')
  const locale = useLocale()
  const format = useFormatter()
  const { id, urgency, partner, arrivedAt, receipt, team, given, isLate, days } = line
  const facts = [
    formatTime(locale, arrivedAt, 'moment'),
    team,
    t('list.number', { number: receipt }),
    ...(given === null ? [] : [t('list.given', { name: given })]),
  ]
  return (
    <li className="border-b border-hair py-1.5">
      <p className="flex flex-wrap items-center gap-2">
        <Link
          href={`/enquiries/incoming/${id}`}
          className="inline-flex min-h-11 items-center font-semibold wrap-anywhere sm:min-h-8"
        >
          {t('list.from', { partner })}
          <span className="sr-only">, {receipt}</span>
        </Link>
        <Tag kind={URGENCY_LOOK[urgency]}>{t(`urgencyShort.${urgency}`)}</Tag>
        {isLate ? <Tag kind="late">{t('list.late', { count: days })}</Tag> : null}
      </p>
      <p className="text-sm text-muted">{format.list(facts, { type: 'unit' })}</p>
    </li>
  )
}

/** What went into a file is read there; the others as long as they are kept. */
const Settled = ({ line: { id, receipt, partner, outcome, settledAt, by } }: { line: IncomingLine }) => {
  const t = useTranslations('incoming')
  const locale = useLocale()
  if (outcome === null || settledAt === null) return null
  return (
    <li className="border-b border-hair py-2">
      <p className="wrap-anywhere">
        {outcome === 'file' || outcome === 'existing' ? (
          t('list.from', { partner })
        ) : (
          <Link href={`/enquiries/incoming/${id}`} className="inline-flex min-h-11 items-center sm:min-h-8">
            {t('list.from', { partner })}
            <span className="sr-only">, {receipt}</span>
          </Link>
        )}
        : {t(`outcome.${outcome}`)}
      </p>
      <p className="text-sm text-muted">
        {t('list.settledBy', { number: receipt, name: by ?? '', on: formatTime(locale, settledAt, 'day') })}
      </p>
    </li>
  )
}
