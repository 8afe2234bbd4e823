import { useLocale, useTranslations } from 'next-intl'
import { TabWords } from '@/components/layout/tab-words'
import { EmptyState } from '@/components/ui/empty-state'
import { formatTime } from '@/components/ui/time'
import type { StatisticsPageData } from '@/lib/statistics/desk.data'
import { publicPolicy } from '@/lib/statistics/disclosure.rules'
import { toPeriodView, toTableView } from '@/lib/statistics/statistic.view'
import { type ReferenceLabels, toLabels, toMethod } from '@/lib/statistics/wording.view'
import { ProofCard } from './proof-card'
import { ProtectedTableCard } from './protected-table-card'
import { QuestionPicker } from './question-picker'
import { ReleaseCard } from './release-card'

export const StatisticsPage = ({
  data: { snapshots, table: id, read },
  reference,
  canRelease,
}: {
  data: StatisticsPageData
  reference: ReferenceLabels
  canRelease: boolean
}) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  if (read === null)
    return (
      <>
        <TabWords words={t('title')} />
        <h1>{t('title')}</h1>
        <div className="mt-6">
          <EmptyState title={t('noPeriod.title')}>{t('noPeriod.sentence')}</EmptyState>
        </div>
      </>
    )
  const { snapshot, measure, table } = read
  const period = toPeriodView(snapshot)
  return (
    <>
      <TabWords words={t(`table.${id}`)} />
      <h1>{t(`table.${id}`)}</h1>
      <p className="mt-1 max-w-prose text-muted">
        {t(`counted.${measure.unit}`)} {t('frozen', { day: formatTime(locale, snapshot.frozenOn, 'day') })}{' '}
        {t('saidNo', { people: String(snapshot.leftOut) })}
      </p>
      <QuestionPicker periods={snapshots.map(toPeriodView)} period={period.code} table={id} />
      {table === null ? (
        <Refusal verdict={read.verdict} />
      ) : (
        <div className="mt-5 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <ProtectedTableCard
            view={toTableView(table, measure, id, toLabels(locale, reference, t))}
            measure={measure}
            title={t(`table.${id}`)}
            late={t('late', {
              start: formatTime(locale, snapshot.start, 'day'),
              end: formatTime(locale, snapshot.end, 'day'),
            })}
            method={toMethod(t, measure.counts)}
          />
          <div className="grid gap-4">
            <ProofCard released={read.released} share={read.meter / read.quota} />
            {canRelease ? <ReleaseCard key={`${period.code} ${id}`} period={period.code} table={id} /> : null}
          </div>
        </div>
      )}
    </>
  )
}

const Refusal = ({ verdict }: { verdict: 'enough' | 'oneDimensionOnly' | 'tooFew' }) => {
  const t = useTranslations('statistics')
  return (
    <div className="mt-5">
      {verdict === 'tooFew' ? (
        <EmptyState title={t('tooFew.title')}>
          {t('tooFew.sentence', { people: publicPolicy.minimumPeople })}
        </EmptyState>
      ) : (
        <EmptyState title={t('oneDimension.title')}>
          {t('oneDimension.sentence', { people: publicPolicy.minimumPeopleCrossed })}
        </EmptyState>
      )}
    </div>
  )
}
