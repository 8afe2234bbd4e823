import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatTime } from '@/components/ui/time'
import { countryPath } from '@/lib/countries/address.rules'
import { saySources } from '@/lib/countries/chart-file.view'
import { inLanguage } from '@/lib/countries/wording.rules'
import type { BesideData } from '@/lib/statistics/beside.data'
import { theirFacts, theirPeriods } from '@/lib/statistics/beside.view'
import { measures } from '@/lib/statistics/measure.rules'
import { findAsked } from '@/lib/statistics/question.rules'
import { toPeriodView } from '@/lib/statistics/statistic.view'
import { FilterChoice } from './filter'

/** Who is counted on each side, when and by whom, why that is not the same, and the way to the shares. */
export const BesideWho = ({ data, what }: { data: BesideData; what: string }) => {
  const { given, comparison, chart, ours, periods } = data
  const t = useTranslations('countries')
  const statistics = useTranslations('statistics')
  const locale = useLocale()
  const shown = theirFacts(chart, given.facts)
  const populations = [...new Set(shown.flatMap(({ population }) => population?.[locale] ?? []))]
  const unit = measures[findAsked(comparison.question)?.measure ?? 'peopleByNationality'].unit
  const snapshot = ours?.read?.snapshot ?? null
  const day = (date: string): string => formatTime(locale, date, 'day')
  return (
    <Card as="section" label={t('beside.who')}>
      <h2 className="text-h2">{t('beside.who')}</h2>
      <div className="mt-3 grid gap-5 sm:grid-cols-2">
        <Side name={t('beside.ours')}>
          <p>{what}</p>
          <p>{statistics(`counted.${unit}`)}</p>
          {snapshot === null ? null : (
            <>
              <p>{statistics('late', { start: day(snapshot.start), end: day(snapshot.end) })}</p>
              <p>{statistics('frozen', { day: day(snapshot.frozenOn) })}</p>
              <p>{statistics('notCounted', { people: String(snapshot.leftOut) })}</p>
            </>
          )}
        </Side>
        <Side name={t('beside.theirs')}>
          <p>{t('beside.counted', { who: populations.join(' · ') })}</p>
          <p>{t('beside.when', { when: theirPeriods(shown, t, locale) })}</p>
          <p>{t('chart.source', { sources: saySources(shown, t, locale) })}</p>
        </Side>
      </div>
      <p className="mt-4 border-s-4 border-late ps-3 font-semibold">
        {inLanguage(comparison.caution, locale)}
      </p>
      {periods.length === 0 ? null : (
        <form
          autoComplete="off"
          action={countryPath(given.profile.country, 'comparison')}
          className="mt-4 flex flex-wrap items-end gap-3"
          data-print="no"
        >
          <input type="hidden" name="compare" value={comparison.slug} />
          <FilterChoice
            name="period"
            all={null}
            label={statistics('period.label')}
            value={snapshot === null ? null : toPeriodView(snapshot).code}
            options={periods.map((period) => {
              const { code, year, quarter } = toPeriodView(period)
              const label =
                quarter === null
                  ? statistics('period.year', { year })
                  : statistics('period.quarter', { number: quarter, year })
              return { value: code, label }
            })}
          />
          <Button type="submit">{t('beside.show')}</Button>
          <p className="w-full text-sm text-muted">{t('beside.hint')}</p>
        </form>
      )}
    </Card>
  )
}

const Side = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <h3 className="text-h3">{name}</h3>
    <div className="mt-1 grid gap-1 text-sm">{children}</div>
  </div>
)
