import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { countryPath, factPath } from '@/lib/countries/address.rules'
import { sayDocument } from '@/lib/countries/citation.view'
import type { Contradiction } from '@/lib/countries/contradiction.rules'
import type { Profile } from '@/lib/countries/entry.data'
import type { Fact } from '@/lib/countries/fact.rules'
import type { CitedIn } from '@/lib/countries/speak'
import { FACT_TOPICS } from '@/lib/countries/vocabulary.rules'
import { formatDay, inLanguage } from '@/lib/countries/wording.rules'
import { CiteCard } from './cite-card'
import { CountryFrame } from './country-frame'
import { FactMarks, FactPeriod, FactSource, SourceLink } from './fact-labels'
import { FactVersions, OldVersion } from './fact-versions'
import { FactsBeside } from './facts-beside'
import { MistakeLink } from './mistake-link'
import { useFigure } from './use-figure'

/** One figure with all that is known about it, and its citation. */
export const FactPage = ({
  profile,
  fact,
  contradictions,
  newest,
  beside,
  cited,
  canKeep,
}: {
  profile: Profile
  /** The version that is shown. */
  fact: Fact
  /** The fact as it stands now. */
  newest: Fact
  /** Figures of other publications on the same thing, or the profile's own. */
  beside: readonly Fact[]
  contradictions: readonly Contradiction[]
  /** It at each length, in each language. */
  cited: readonly CitedIn[]
  canKeep: boolean
}) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const figure = useFigure()
  return (
    <CountryFrame page="facts" profile={profile} title={inLanguage(fact.label, locale)}>
      <div className="grid max-w-3xl gap-5">
        <div>
          <p className="num font-serif text-h1 font-semibold">{figure(fact)}</p>
          <p className="mt-1 flex flex-wrap gap-2">
            <FactMarks fact={fact} />
          </p>
        </div>
        {fact.version === newest.version ? null : <OldVersion fact={fact} newest={newest} />}
        {contradictions.map(({ slug, summary, handling }) => (
          <Notice key={slug} kind="late" title={t('fact.conflict')}>
            <p>{inLanguage(summary, locale)}</p>
            <p>{inLanguage(handling, locale)}</p>
            <p>
              <TextLink href={`${countryPath(fact.country, 'quality')}#${slug}`}>{t('nav.quality')}</TextLink>
            </p>
          </Notice>
        ))}
        <Details fact={fact} profile={profile} />
        {fact.withdrawn !== null ? null : <CiteCard cited={cited} />}
        <FactsBeside facts={beside} title={t('fact.beside')} />
        <FactVersions newest={newest} shown={fact.version} />
        <p className="flex flex-wrap gap-x-6">
          <TextLink href={countryPath(fact.country, 'facts')}>{t('fact.back')}</TextLink>
          <MistakeLink
            country={fact.country}
            about="fact"
            slug={fact.slug}
            name={inLanguage(fact.label, locale)}
          />
          {canKeep && fact.unit !== 'ranking' ? (
            <TextLink href={`${factPath(fact)}/newer`}>{t('newer.enter')}</TextLink>
          ) : null}
        </p>
      </div>
    </CountryFrame>
  )
}

const Details = ({ fact, profile }: { fact: Fact; profile: Profile }) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const topic = FACT_TOPICS.match(fact.topic)
  return (
    <Card tight>
      <dl>
        {fact.population === null ? null : (
          <Detail name={t('fact.counted')}>{inLanguage(fact.population, locale)}</Detail>
        )}
        <Detail name={t('fact.when')}>
          <FactPeriod fact={fact} />
        </Detail>
        <Detail name={t('fact.where')}>{inLanguage(fact.where, locale)}</Detail>
        <Detail name={t('source')}>
          <FactSource fact={fact} />
        </Detail>
        {fact.profileLine === null ? (
          <Detail name={t('newer.read')}>
            <SourceLink fact={fact}>{sayDocument(fact, profile, locale)}</SourceLink>
          </Detail>
        ) : (
          <Detail name={t('fact.quoted')}>
            {inLanguage(profile.title, locale)}, {t('fact.line', { line: fact.profileLine })}
          </Detail>
        )}
        {topic === null ? null : (
          <Detail name={t('fact.topic')}>
            <TextLink href={`${countryPath(fact.country, 'facts')}?topic=${topic}`}>
              {t(`topics.${topic}`)}
            </TextLink>
          </Detail>
        )}
        <Detail name={t('fact.recorded')}>{formatDay(fact.recordedOn, locale)}</Detail>
        {fact.note === null ? null : <Detail name={t('fact.note')}>{inLanguage(fact.note, locale)}</Detail>}
      </dl>
    </Card>
  )
}

const Detail = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid gap-x-4 border-b border-hair py-2 last:border-b-0 sm:grid-cols-[11rem_1fr]">
    <dt className="text-sm text-muted">{name}</dt>
    <dd>{children}</dd>
  </div>
)
