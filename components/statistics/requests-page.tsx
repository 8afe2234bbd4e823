import { useLocale, useTranslations } from 'next-intl'
import { TabWords } from '@/components/layout/tab-labels'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { Tag, type TagKind } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import { type RequestState, toWantedCode } from '@/lib/statistics/request.rules'
import type { Requests } from '@/lib/statistics/request-desk.data'
import { toPeriodView } from '@/lib/statistics/statistic.view'
import { toTitle } from '@/lib/statistics/title.view'
import { usePeriodLabels } from './use-period-labels'

export const stateTag: Readonly<Record<RequestState, TagKind>> = {
  asked: 'late',
  approved: 'done',
  declined: 'plain',
}

/** What was asked of a second admin, and what became of it. */
export const RequestsPage = ({ requests, names, mayAsk }: Requests & { mayAsk: boolean }) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const inPeriod = usePeriodLabels()
  const waiting = requests.filter(({ state }) => state === 'asked').length
  const ask = mayAsk ? (
    <Link href="/statistics/requests/new" className={buttonClass()}>
      {t('request.new')}
    </Link>
  ) : null
  return (
    <>
      <p data-print="no">
        <TextLink href="/statistics">{t('request.back')}</TextLink>
      </p>
      <TabWords words={t('request.title')} />
      <h1 className="mt-2">{t('request.title')}</h1>
      <p className="mt-1 mb-5 max-w-prose text-muted">{t('request.lead')}</p>
      {requests.length === 0 ? (
        <EmptyState title={t('request.empty')} action={ask}>
          {t('request.emptyHint')}
        </EmptyState>
      ) : (
        <>
          <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2">
            {ask}
            {waiting > 0 ? <p>{t('request.waiting', { count: waiting })}</p> : null}
          </div>
          <Table
            caption={t('request.all')}
            rows={requests}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'what',
                head: t('request.what'),
                isRowHead: true,
                cell: ({ id, wanted }) => (
                  <TextLink href={`/statistics/requests/${id}`}>
                    {toTitle(toWantedCode(wanted), t, locale, (_, node) => node)}
                  </TextLink>
                ),
              },
              {
                key: 'period',
                head: t('period.label'),
                cell: ({ period }) => inPeriod(toPeriodView(period)),
              },
              { key: 'recipient', head: t('request.recipient'), cell: ({ recipient }) => recipient },
              {
                key: 'asked',
                head: t('request.asked'),
                cell: ({ askedBy, askedAt }) =>
                  t('request.by', {
                    name: names.get(askedBy) ?? '–',
                    day: formatTime(locale, askedAt, 'day'),
                  }),
              },
              {
                key: 'state',
                head: t('request.state'),
                cell: ({ state }) => <Tag kind={stateTag[state]}>{t(`request.states.${state}`)}</Tag>,
              },
            ]}
          />
        </>
      )}
    </>
  )
}
