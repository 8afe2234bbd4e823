import { useLocale, useTranslations } from 'next-intl'
import { TabWords } from '@/components/layout/tab-words'
import { EmptyState } from '@/components/ui/empty-state'
import { formatTime } from '@/components/ui/time'
import type { StatisticsPageData } from '@/lib/statistics/desk.data'
import type { Policy } from '@/lib/statistics/disclosure.rules'
import { previewsAnHour } from '@/lib/statistics/preview.rules'
import { toComparison, toPeriodView, toTableView } from '@/lib/statistics/statistic.view'
import { toTitle } from '@/lib/statistics/title.view'
import { type ReferenceLabels, toLabels, toMethod } from '@/lib/statistics/wording.view'
import { ProofCard } from './proof-card'
import { ProtectedTableCard } from './protected-table-card'
import { QuestionBuilder } from './question-builder'
import { QuestionPicker } from './question-picker'
import { ReleaseCard } from './release-card'

export const StatisticsPage = ({
  data: { snapshots, asked, code, read, before, isLimited },
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
          {isLimited ? (
            <EmptyState title={t('limited.title')}>
              {t('limited.sentence', { count: previewsAnHour })}
            </EmptyState>
          ) : (
            <EmptyState title={t('noPeriod.title')}>{t('noPeriod.sentence')}</EmptyState>
          )}
        </div>
      </>
    )
  const { snapshot, measure, table, policy } = read
  const period = toPeriodView(snapshot)
  const labelOf = toLabels(locale, reference, t)
  const title = toTitle(code, t, locale, labelOf)
  const dimensions = [measure.dimension, ...asked.also]
  const isShown = table !== null && table.cells.length > 0
  return (
    <>
      <TabWords words={title} />
      <h1>{title}</h1>
      <p className="mt-1 max-w-prose text-muted">
        {t(`counted.${measure.unit}`)} {t('frozen', { day: formatTime(locale, snapshot.frozenOn, 'day') })}{' '}
        {t('notCounted', { people: String(snapshot.leftOut) })}
      </p>
      <QuestionPicker
        periods={snapshots.map(toPeriodView)}
        period={period.code}
        code={code}
        labelOf={labelOf}
      />
      <QuestionBuilder period={period.code} asked={asked} labelOf={labelOf} />
      {isShown ? (
        <div className="mt-5 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <ProtectedTableCard
            view={toTableView(table, measure, dimensions, labelOf)}
            before={before?.table ? toTableView(before.table, measure, dimensions, labelOf) : null}
            comparison={toComparison(snapshots, snapshot, before?.snapshot ?? null)}
            code={code}
            measure={measure}
            dimensions={dimensions}
            policy={policy}
            title={title}
            late={t('late', {
              start: formatTime(locale, snapshot.start, 'day'),
              end: formatTime(locale, snapshot.end, 'day'),
            })}
            method={toMethod(t, measure.counts, policy)}
          />
          <div className="grid gap-4">
            <ProofCard released={read.released} share={read.meter / read.quota} policy={policy} />
            {canRelease ? (
              <ReleaseCard key={`${period.code} ${code}`} period={period.code} table={code} />
            ) : null}
          </div>
        </div>
      ) : (
        <Refusal
          verdict={read.refusal ?? (read.verdict === 'enough' ? 'onlyHidden' : read.verdict)}
          policy={policy}
        />
      )}
    </>
  )
}

const Refusal = ({
  verdict,
  policy,
}: {
  verdict: 'onlyHidden' | 'oneDimensionOnly' | 'tooFew' | 'notProven'
  policy: Policy
}) => {
  const t = useTranslations('statistics')
  return (
    <div className="mt-5">
      {verdict === 'tooFew' ? (
        <EmptyState title={t('tooFew.title')}>
          {t('tooFew.sentence', { people: policy.minimumPeople })}
        </EmptyState>
      ) : null}
      {verdict === 'oneDimensionOnly' ? (
        <EmptyState title={t('oneDimension.title')}>
          {t('oneDimension.sentence', { people: policy.minimumPeopleCrossed })}
        </EmptyState>
      ) : null}
      {verdict === 'notProven' ? (
        <EmptyState title={t('notProven.title')}>{t('notProven.sentence')}</EmptyState>
      ) : null}
      {verdict === 'onlyHidden' ? (
        <EmptyState title={t('onlyHidden.title')}>{t('onlyHidden.sentence')}</EmptyState>
      ) : null}
    </div>
  )
}
