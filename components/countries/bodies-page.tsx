import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { type Body, filterBodies } from '@/lib/countries/body.rules'
import type { Profile } from '@/lib/countries/entry.data'
import { ACTOR_SECTORS, type ActorSector } from '@/lib/countries/vocabulary.rules'
import { inLanguage } from '@/lib/countries/wording.rules'
import { CountryFrame } from './country-frame'
import { FilterChoice, FilterForm, FilterWords } from './filter'

/** Who does what: institutions and organisations, by who stands behind them. */
export const BodiesPage = ({
  profile,
  bodies,
  sector,
  text,
}: {
  profile: Profile
  bodies: readonly Body[]
  sector: ActorSector | null
  text: string
}) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const shown = filterBodies(bodies, { sector, text }, locale)
  return (
    <CountryFrame page="actors" profile={profile} title={t('bodies.title')} lead={t('bodies.lead')}>
      <FilterForm
        label={t('filter.bodies')}
        action="/countries/be/actors"
        isFiltered={sector !== null || text !== ''}
      >
        <FilterChoice
          name="sector"
          label={t('filter.sector')}
          all={t('filter.allSectors')}
          value={sector}
          options={ACTOR_SECTORS.map((each) => ({ value: each, label: t(`sectors.${each}`) }))}
        />
        <FilterWords value={text} />
      </FilterForm>
      <p className="mb-3 font-semibold" role="status">
        {t('bodies.count', { count: shown.length })}
      </p>
      {shown.length === 0 ? <EmptyState title={t('bodies.empty')} /> : null}
      <div className="grid gap-6">
        {ACTOR_SECTORS.map((each) => ({ each, own: shown.filter((body) => body.sector === each) }))
          .filter(({ own }) => own.length > 0)
          .map(({ each, own }) => (
            <section key={each} aria-labelledby={`sector-${each}`}>
              <h2 id={`sector-${each}`} className="mb-2">
                {t(`sectors.${each}`)}
              </h2>
              <Card tight>
                <ul>
                  {own.map((body) => (
                    <BodyEntry key={body.slug} body={body} />
                  ))}
                </ul>
              </Card>
            </section>
          ))}
      </div>
    </CountryFrame>
  )
}

const BodyEntry = ({ body }: { body: Body }) => {
  const t = useTranslations('countries.bodies')
  const locale = useLocale()
  const about = [
    body.parent === null ? null : t('partOf', { name: inLanguage(body.parent, locale) }),
    body.founded === null ? null : t('founded', { year: body.founded }),
    body.aliases.length === 0 ? null : `${t('also')}: ${body.aliases.join(', ')}`,
  ].filter((part) => part !== null)
  return (
    <li id={body.slug} className="border-b border-hair py-3 last:border-b-0">
      <h3>{inLanguage(body.name, locale)}</h3>
      <p>{inLanguage(body.role, locale)}</p>
      {about.length === 0 ? null : <p className="text-sm text-muted">{about.join(' · ')}</p>}
      {body.note === null ? null : <p className="text-sm text-muted">{inLanguage(body.note, locale)}</p>}
    </li>
  )
}
