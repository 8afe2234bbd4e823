import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import type { Contradiction } from '@/lib/countries/contradiction.rules'
import type { Profile } from '@/lib/countries/entry.data'
import { inLanguage } from '@/lib/countries/wording.rules'
import { CountryFrame } from './country-frame'
import { FactLink } from './fact-labels'

/** Where figures disagree: both stay, with the reason and with what we show. */
export const QualityPage = ({
  profile,
  contradictions,
}: {
  profile: Profile
  contradictions: readonly Contradiction[]
}) => {
  const t = useTranslations('countries')
  return (
    <CountryFrame page="quality" profile={profile} title={t('quality.title')} lead={t('quality.lead')}>
      <p className="mb-3 font-semibold">{t('quality.count', { count: contradictions.length })}</p>
      <ol className="grid gap-4 lg:grid-cols-2">
        {contradictions.map((contradiction) => (
          <li
            key={contradiction.slug}
            id={contradiction.slug}
            className="target:outline-3 target:outline-accent"
          >
            <ContradictionCard contradiction={contradiction} />
          </li>
        ))}
      </ol>
    </CountryFrame>
  )
}

const ContradictionCard = ({ contradiction }: { contradiction: Contradiction }) => {
  const t = useTranslations('countries')
  const common = useTranslations('common')
  const locale = useLocale()
  return (
    <Card as="article" className="h-full">
      <p className="mb-2">
        <Tag kind="late">{t(`conflicts.${contradiction.kind}`)}</Tag>
      </p>
      <h2 className="text-h3">{inLanguage(contradiction.summary, locale)}</h2>
      <p className="mt-2">
        <span className="text-sm text-muted">
          {t('quality.shown')}
          {common('colon')}
        </span>{' '}
        {inLanguage(contradiction.handling, locale)}
      </p>
      {contradiction.facts.length === 0 ? null : (
        <details className="mt-2 text-sm">
          <summary className="inline-block py-1 text-link underline underline-offset-4">
            {t('quality.concerned')} ({contradiction.facts.length})
          </summary>
          <ul className="grid gap-1 pt-1">
            {contradiction.facts.map((fact) => (
              <li key={fact.slug}>
                <FactLink fact={fact} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}
