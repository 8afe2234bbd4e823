import { useLocale, useTranslations } from 'next-intl'
import { sayCharted } from '@/lib/countries/chart-file.view'
import type { ChartForm } from '@/lib/countries/chart-vocabulary.rules'
import type { Contradiction } from '@/lib/countries/contradiction.rules'
import type { Profile } from '@/lib/countries/entry.data'
import type { Fact } from '@/lib/countries/fact.rules'
import { inLanguage } from '@/lib/countries/wording.rules'

/** How the drawing is to be read, who is counted, and what is known about each figure. */
export const ChartAbout = ({
  form,
  facts,
  disputes,
  profile,
}: {
  form: ChartForm
  facts: readonly Fact[]
  disputes: readonly Contradiction[]
  profile: Profile
}) => {
  const t = useTranslations('countries')
  const common = useTranslations('common')
  const locale = useLocale()
  const populations = [
    ...new Set(facts.flatMap(({ population }) => (population === null ? [] : [population[locale]]))),
  ]
  const notes = [...new Set(facts.flatMap(({ note }) => (note === null ? [] : [note[locale]])))]
  return (
    <div className="grid max-w-prose gap-2 pb-3">
      <p>{t(`chart.how.${form}`)}</p>
      {populations.length === 0 ? null : (
        <p>
          {t('fact.counted')}
          {common('colon')} {populations.join(' · ')}
        </p>
      )}
      {disputes.map(({ slug, handling }) => (
        <p key={slug}>
          {t('quality.shown')}
          {common('colon')} {inLanguage(handling, locale)}
        </p>
      ))}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p>
        {t('fact.quoted')}
        {common('colon')} {sayCharted(facts, profile, t, locale)}.
      </p>
    </div>
  )
}
