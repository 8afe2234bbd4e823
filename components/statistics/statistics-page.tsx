import { useLocale, useTranslations } from 'next-intl'
import { TabWords } from '@/components/layout/tab-labels'
import { EmptyState } from '@/components/ui/empty-state'
import { Fold } from '@/components/ui/fold'
import { PhoneFold } from '@/components/ui/phone-fold'
import { formatTime } from '@/components/ui/time'
import type { StatisticsPageData } from '@/lib/statistics/desk.data'
import { sayRefusal } from '@/lib/statistics/refusal.view'
import { toComparison, toPeriodView, toTableView } from '@/lib/statistics/statistic.view'
import { toTitle } from '@/lib/statistics/title.view'
import { type ReferenceLabels, toLabels, toMethod } from '@/lib/statistics/wording.view'
import { ProofCard } from './proof-card'
import { ProtectedTableCard } from './protected-table-card'
import { QuestionBuilder } from './question-builder'
import { QuestionPicker } from './question-picker'
import { ReleaseCard } from './release-card'
import { usePeriodLabels } from './use-period-labels'

export const StatisticsPage = ({
  data: { snapshots, asked, code, ready, read, before, isLimited },
  reference,
  canRelease,
}: {
  data: StatisticsPageData
  reference: ReferenceLabels
  canRelease: boolean
}) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const sayPeriod = usePeriodLabels()
  const refusal = sayRefusal({ read, isLimited }, t)
  const refused =
    refusal === null ? null : (
      <div className="mt-6">
        <EmptyState title={refusal.title}>{refusal.sentence}</EmptyState>
      </div>
    )
  if (read === null)
    return (
      <>
        <TabWords words={t('title')} />
        <h1>{t('title')}</h1>
        {refused}
      </>
    )
  const { snapshot, measure, table, policy } = read
  const period = toPeriodView(snapshot)
  const labelOf = toLabels(locale, reference, t)
  const title = toTitle(code, t, locale, labelOf)
  const dimensions = [measure.dimension, ...asked.also]
  return (
    <>
      <TabWords words={title} />
      <h1>{title}</h1>
      <PhoneFold isOpen={table === null || refusal !== null} label={t('pick', { period: sayPeriod(period) })}>
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2" data-print="no">
          <QuestionPicker
            periods={snapshots.map(toPeriodView)}
            period={period.code}
            code={code}
            ready={ready}
            labelOf={labelOf}
          />
          <QuestionBuilder period={period.code} asked={asked} labelOf={labelOf} />
        </div>
      </PhoneFold>
      {table !== null && refusal === null ? (
        <div className="mt-3 grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <ProtectedTableCard
            view={toTableView(table, measure, dimensions, labelOf)}
            before={before?.table ? toTableView(before.table, measure, dimensions, labelOf) : null}
            comparison={toComparison(snapshots, snapshot, before?.snapshot ?? null)}
            code={code}
            measure={measure}
            dimensions={dimensions}
            policy={policy}
            title={title}
            notCounted={t('notCounted', { people: String(snapshot.leftOut) })}
            method={[
              t('frozen', { day: formatTime(locale, snapshot.frozenOn, 'day') }),
              t('proof.frozen'),
              t('late', {
                start: formatTime(locale, snapshot.start, 'day'),
                end: formatTime(locale, snapshot.end, 'day'),
              }),
              ...toMethod(t, measure.counts, policy),
            ]}
          />
          <div className="grid gap-6">
            <ProofCard released={read.released} share={read.meter / read.quota} />
            {canRelease ? (
              <ReleaseCard key={`${period.code} ${code}`} period={period.code} table={code}>
                <Fold label={t('release.inside')}>
                  <p className="text-sm text-muted">{t('release.files')}</p>
                </Fold>
              </ReleaseCard>
            ) : null}
          </div>
        </div>
      ) : (
        // The way to the register and to requests is there as well when this figure is not.
        <div className="grid items-start gap-x-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          {refused}
          <div className="mt-6">
            <ProofCard released={read.released} share={read.meter / read.quota} />
          </div>
        </div>
      )}
    </>
  )
}
