import { useLocale, useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { Tabs } from '@/components/ui/tabs'
import { TextLink } from '@/components/ui/text-link'
import { comparisonPath } from '@/lib/countries/address.rules'
import { inLanguage } from '@/lib/countries/wording.rules'
import type { BesideData } from '@/lib/statistics/beside.data'
import { sayRefusal } from '@/lib/statistics/refusal.view'
import { toTitle } from '@/lib/statistics/title.view'
import { type ReferenceLabels, toLabels } from '@/lib/statistics/wording.view'
import { BesideFigure } from './beside-figure'
import { BesideWho } from './beside-who'
import { CountryFrame } from './country-frame'

/**
 * Our shares beside the country's. Who is counted on each side comes first; the shares are asked for with the period, and nothing of ours
 * is read before.
 */
export const BesidePage = ({ data, reference }: { data: BesideData; reference: ReferenceLabels }) => {
  const { given, comparisons, comparison, ours, periods } = data
  const t = useTranslations('countries.beside')
  const statistics = useTranslations('statistics')
  const locale = useLocale()
  const { country } = given.profile
  const refusal = ours === null ? null : sayRefusal(ours, statistics)
  const none = { read: null, isLimited: false }
  const noPeriod = periods.length === 0 ? sayRefusal(none, statistics) : null
  const refused = refusal ?? noPeriod
  const what = toTitle(comparison.question, statistics, locale, toLabels(locale, reference, statistics))
  return (
    <CountryFrame page={null} profile={given.profile} title={t('title')} lead={t('lead')}>
      <Tabs
        label={t('sets')}
        tabs={comparisons.map(({ slug, title }) => ({
          href: comparisonPath(country, slug),
          label: inLanguage(title, locale),
          isCurrent: slug === comparison.slug,
        }))}
      />
      <div className="grid max-w-3xl gap-5">
        <BesideWho data={data} what={what} />
        {refused === null ? null : <EmptyState title={refused.title}>{refused.sentence}</EmptyState>}
        {refusal === null && ours?.read?.table ? (
          <BesideFigure data={data} read={ours.read} table={ours.read.table} />
        ) : null}
        <p className="text-sm text-muted">{t('notCompared')}</p>
        <p data-print="no">
          <TextLink href={`/statistics?table=${encodeURIComponent(comparison.question)}`}>
            {t('whole')}
          </TextLink>
        </p>
      </div>
    </CountryFrame>
  )
}
