import { useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { formatTime, Time } from '@/components/ui/time'
import type { HandoverLine } from '@/lib/handovers/handover.data'
import type { HandoversData } from '@/lib/handovers/handover-page.data'

/** Everything about hand-overs that concerns one: what one is asked, what one leads, one's own. */
export const HandoversPage = ({ data }: { data: HandoversData }) => {
  const t = useTranslations('handovers')
  const asked = data.handovers.filter((one) => one.asked.length > 0)
  const others = data.handovers.filter((one) => one.asked.length === 0)
  const start = data.canStart ? <LinkButton href="/handovers/new">{t('start.title')}</LinkButton> : null
  if (data.handovers.length === 0)
    return (
      <>
        <PageTitle title={t('all')} />
        <div className="-mt-6">
          <EmptyState title={t('none')} action={start}>
            {t(data.canStart ? 'noneWhatLead' : 'noneWhat')}
          </EmptyState>
        </div>
      </>
    )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="flex flex-wrap sm:-mb-6 items-start justify-between gap-x-3">
        <PageTitle title={t('all')}>{t(data.canStart ? 'allWhatLead' : 'allWhat')}</PageTitle>
        {start}
      </div>
      {asked.length === 0 ? null : <List id="asked" title={t('askedOfYou')} lines={asked} />}
      {others.length === 0 ? null : <List id="others" title={t('others')} lines={others} />}
    </div>
  )
}

const List = ({ id, title, lines }: { id: string; title: string; lines: readonly HandoverLine[] }) => (
  <section aria-labelledby={id} className="grid gap-2">
    <h2 id={id}>{title}</h2>
    <Card tight>
      <ul>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </Card>
  </section>
)

const Line = ({ line }: { line: HandoverLine }) => {
  const t = useTranslations('handovers')
  const locale = useLocale()
  const { id, from, kind, untilDay, state, createdAt, sentAt, files, accepted, unplaced, asked, isLed } = line
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-hair py-3 first:border-t-0">
      <div className="min-w-0 grow basis-64">
        <p className="font-semibold">{t('heading', { name: from })}</p>
        <p className="text-sm text-muted">
          {kind === 'permanent' || untilDay === null
            ? t('forGood')
            : t('untilWhen', { day: formatTime(locale, untilDay, 'day') })}{' '}
          <Time at={sentAt ?? createdAt} style="day" />
        </p>
      </div>
      {asked.length > 0 ? (
        <Tag kind="late">{t('waitsForYou', { count: asked.length })}</Tag>
      ) : state === 'draft' ? (
        <Tag kind="info">{t('inPreparation')}</Tag>
      ) : state === 'undone' ? (
        <Tag>{t('state.undone')}</Tag>
      ) : isLed && unplaced > 0 ? (
        <Tag kind="late">{t('unplaced', { count: unplaced })}</Tag>
      ) : (
        <Tag kind="done">{t('acceptedOf', { accepted, files })}</Tag>
      )}
      <LinkButton
        size="small"
        kind="quiet"
        href={`/handovers/${id}`}
        aria-label={t('openOf', { name: from })}
      >
        {t(asked.length > 0 ? 'answer' : 'open')}
      </LinkButton>
    </li>
  )
}
