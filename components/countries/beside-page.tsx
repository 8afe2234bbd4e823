import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import { inLanguage } from '@/lib/countries/wording.rules'
import type { BesideData } from '@/lib/statistics/beside.data'
import { toOurs } from '@/lib/statistics/beside.view'
import { measures } from '@/lib/statistics/measure.rules'
import type { Period } from '@/lib/statistics/period.rules'
import { findAsked } from '@/lib/statistics/question.rules'
import { sayRefusal } from '@/lib/statistics/refusal.view'
import type { ReadTable } from '@/lib/statistics/statistic.data'
import { toPeriodView } from '@/lib/statistics/statistic.view'
import type { ProtectedTable } from '@/lib/statistics/table.rules'
import { toTitle } from '@/lib/statistics/title.view'
import { type ReferenceLabels, toLabels } from '@/lib/statistics/wording.view'
import { BesideFrame } from './beside-frame'
import { BesideShares } from './beside-shares'
import { BesideSides } from './beside-sides'
import { FilterChoice } from './filter'

/**
 * What a release of ours would print beside the country's shares. Who is counted on each side comes first; the shares are asked for with
 * the period, and nothing of ours is read before.
 */
export const BesidePage = ({ data, reference }: { data: BesideData; reference: ReferenceLabels }) => {
  const { comparison, ours, periods } = data
  const t = useTranslations('countries.beside')
  const statistics = useTranslations('statistics')
  const refusal = ours === null ? null : sayRefusal(ours, statistics)
  const none = { read: null, isLimited: false }
  const noPeriod = periods.length === 0 ? sayRefusal(none, statistics) : null
  const refused = refusal ?? noPeriod
  return (
    <BesideFrame data={data}>
      <Sides data={data} reference={reference} />
      {refused === null ? null : <EmptyState title={refused.title}>{refused.sentence}</EmptyState>}
      {refusal === null && ours?.read?.table ? (
        <Shares data={data} read={ours.read} table={ours.read.table} />
      ) : null}
      <p className="text-sm text-muted">{t('notCompared')}</p>
      <p data-print="no">
        <TextLink href={`/statistics?table=${encodeURIComponent(comparison.question)}`}>
          {t('whole')}
        </TextLink>
      </p>
    </BesideFrame>
  )
}

const usePeriodName = (): ((period: Period) => string) => {
  const t = useTranslations('statistics.period')
  return (period) => {
    const { year, quarter } = toPeriodView(period)
    return quarter === null ? t('year', { year }) : t('quarter', { number: quarter, year })
  }
}

const Sides = ({ data, reference }: { data: BesideData; reference: ReferenceLabels }) => {
  const { comparison, ours, periods } = data
  const t = useTranslations('statistics')
  const locale = useLocale()
  const nameOf = usePeriodName()
  const snapshot = ours?.read?.snapshot ?? null
  const { unit } = measures[findAsked(comparison.question)?.measure ?? 'peopleByNationality']
  const day = (date: string): string => formatTime(locale, date, 'day')
  return (
    <BesideSides
      data={data}
      caution={inLanguage(comparison.caution, locale)}
      ours={
        <>
          <p>{toTitle(comparison.question, t, locale, toLabels(locale, reference, t))}</p>
          <p>{t(`counted.${unit}`)}</p>
          {snapshot === null ? null : (
            <>
              <p>{t('late', { start: day(snapshot.start), end: day(snapshot.end) })}</p>
              <p>{t('frozen', { day: day(snapshot.frozenOn) })}</p>
              <p>{t('notCounted', { people: String(snapshot.leftOut) })}</p>
            </>
          )}
        </>
      }
      choices={
        periods.length === 0 ? null : (
          <FilterChoice
            name="period"
            all={null}
            label={t('period.label')}
            value={snapshot === null ? null : toPeriodView(snapshot).code}
            options={periods.map((period) => ({ value: toPeriodView(period).code, label: nameOf(period) }))}
          />
        )
      }
    />
  )
}

const Shares = ({ data, read, table }: { data: BesideData; read: ReadTable; table: ProtectedTable }) => {
  const t = useTranslations('countries.beside')
  const format = useFormatter()
  const locale = useLocale()
  const { snapshot, policy } = read
  const ours = toOurs(table, read)
  const period = usePeriodName()(snapshot)
  const people = ours.whole === null ? t('notGiven') : t('people', { people: format.number(ours.whole) })
  return (
    <BesideShares
      data={data}
      ours={ours}
      caution={inLanguage(data.comparison.caution, locale)}
      people={people}
      sentence={(said) => t('sentence', { ...said, people, period })}
      missing={(why) => t(`missing.${why}`, { threshold: policy.threshold })}
      whenNone={t('none')}
      notes={[
        t('restNote'),
        t('sourceOurs', {
          period,
          day: formatTime(locale, snapshot.frozenOn, 'day'),
          base: policy.base,
          threshold: policy.threshold,
        }),
      ]}
    />
  )
}
