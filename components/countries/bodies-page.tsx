import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PhoneFold } from '@/components/ui/phone-fold'
import { countryPath, referPath } from '@/lib/countries/address.rules'
import {
  type Body,
  type BodyFilter,
  filterBodies,
  groupBodies,
  isBodyFiltered,
  takesPeople,
} from '@/lib/countries/body.rules'
import type { Chart } from '@/lib/countries/chart.rules'
import type { Given } from '@/lib/countries/chart-file.view'
import type { NamedThings } from '@/lib/countries/named.rules'
import type { Place } from '@/lib/countries/place.rules'
import type { Statement } from '@/lib/countries/statement.rules'
import { ACTOR_LEVELS, ACTOR_SECTORS, ACTOR_TOPICS } from '@/lib/countries/vocabulary.rules'
import { formatDay, inLanguage } from '@/lib/countries/wording.rules'
import { Beneath } from './beneath'
import { CountryFrame } from './country-frame'
import { FilterChoice, FilterForm, FilterWords } from './filter'
import { MistakeLink } from './mistake-link'

/** Who does what: institutions and organisations, by what they do. */
export const BodiesPage = ({
  given,
  charts,
  statements,
  named,
  bodies,
  places,
  filter,
  linked,
  canRefer,
  numbers,
}: {
  given: Given
  charts: readonly Chart[]
  statements: readonly Statement[]
  named: NamedThings
  bodies: readonly Body[]
  places: readonly Place[]
  filter: BodyFilter
  /** The body that a link leads to. */
  linked: string | null
  /** Whether the reader writes referrals in a file. */
  canRefer: boolean
  /** Telephone numbers, which another room has. */
  numbers?: ReactNode
}) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const { profile } = given
  const regions = places.flatMap(({ kind, iso, label }) =>
    kind === 'region' && iso !== null ? [{ value: iso, label: inLanguage(label, locale) }] : [],
  )
  // The oldest record says how old the page may be.
  const oldest = bodies.map(({ recordedOn }) => recordedOn).sort()[0]
  const asOf = oldest === undefined ? '' : t('bodies.asOf', { when: formatDay(oldest, locale) })
  const shown = filterBodies(bodies, filter, locale)
  const isFiltered = isBodyFiltered(filter)
  return (
    <CountryFrame
      page="actors"
      profile={profile}
      title={t('bodies.title')}
      count={t('bodies.count', { count: shown.length })}
    >
      <FilterForm
        label={t('filter.bodies')}
        action={countryPath(profile.country, 'actors')}
        isFiltered={isFiltered}
      >
        <FilterWords value={filter.text} />
        <PhoneFold
          label={t('filter.more')}
          isOpen={[filter.sector, filter.level, filter.topic, filter.region].some((one) => one !== null)}
        >
          {/* Wide choices shrink, so that the button has room beside them. */}
          <div className="flex flex-wrap items-end gap-3 sm:[&>div]:max-w-48">
            <FilterChoice
              name="sector"
              label={t('filter.sector')}
              all={t('filter.allSectors')}
              value={filter.sector}
              options={ACTOR_SECTORS.codes.map((each) => ({ value: each, label: t(`sectors.${each}`) }))}
            />
            <FilterChoice
              name="level"
              label={t('filter.level')}
              all={t('filter.allLevels')}
              value={filter.level}
              options={ACTOR_LEVELS.codes.map((each) => ({ value: each, label: t(`levels.${each}`) }))}
            />
            <FilterChoice
              name="theme"
              label={t('filter.actorTopic')}
              all={t('filter.allThemes')}
              value={filter.topic}
              options={ACTOR_TOPICS.codes.map((each) => ({ value: each, label: t(`bodyTopics.${each}`) }))}
            />
            <FilterChoice
              name="region"
              label={t('filter.region')}
              all={t('filter.allRegions')}
              value={filter.region}
              options={regions}
            />
          </div>
        </PhoneFold>
      </FilterForm>
      <p className="mb-1.5 text-sm text-muted">{asOf}</p>
      {shown.length === 0 ? <EmptyState title={t('bodies.empty')} /> : null}
      <div className="border-t border-edge">
        {isFiltered ? null : numbers}
        {groupBodies(shown).map(({ group, own }) => (
          // What was looked for is open; otherwise those to whom a person can be sent.
          <details
            key={group}
            data-print="open"
            className="border-b border-hair"
            open={group === 'takes' || isFiltered || own.some(({ slug }) => slug === linked)}
          >
            <summary className="flex min-h-12 items-center">
              <h2 className="grow text-h3">
                {group === 'takes' || group === 'other' ? t(`bodies.${group}`) : t(`bodyTopics.${group}`)}
              </h2>
              <span className="num text-muted">{own.length}</span>
            </summary>
            <ul className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
              {own.map((body) => (
                <BodyEntry
                  key={body.slug}
                  body={body}
                  country={profile.country}
                  oldest={oldest}
                  canRefer={canRefer}
                />
              ))}
            </ul>
          </details>
        ))}
        {isFiltered ? null : (
          <details data-print="open" className="border-b border-hair">
            <summary className="flex min-h-12 items-center">
              <h2 className="text-h3">{t('bodies.beneath')}</h2>
            </summary>
            <Beneath chapter="actors" given={given} charts={charts} statements={statements} named={named} />
          </details>
        )}
      </div>
    </CountryFrame>
  )
}

const BodyEntry = ({
  body,
  country,
  oldest,
  canRefer,
}: {
  body: Body
  country: string
  /** The day of the oldest record of the page. */
  oldest: string | undefined
  canRefer: boolean
}) => {
  const t = useTranslations('countries')
  const common = useTranslations('common')
  const locale = useLocale()
  const sector = t(`sectors.${body.sector}`)
  const about = [
    sector,
    ...body.topics.map((topic) => t(`bodyTopics.${topic}`)).filter((topic) => topic !== sector),
    body.level === null ? null : t(`levels.${body.level}`),
    body.parent === null ? null : t('bodies.partOf', { name: inLanguage(body.parent, locale) }),
    body.founded === null ? null : t('bodies.founded', { year: body.founded }),
    body.city,
    // What holds for all of them is said once, above.
    body.recordedOn === oldest ? null : t('bodies.checked', { when: formatDay(body.recordedOn, locale) }),
  ].filter((part) => part !== null)
  return (
    <li
      id={body.slug}
      className="min-w-0 scroll-mt-20 border-t border-hair py-2 max-sm:py-1 target:outline-3 target:outline-accent"
    >
      <h3 className="text-base">{inLanguage(body.name, locale)}</h3>
      <p className="text-dense">{inLanguage(body.role, locale)}</p>
      {body.note === null ? null : <p className="text-sm text-muted">{inLanguage(body.note, locale)}</p>}
      <div className="flex flex-wrap gap-x-5">
        {canRefer && takesPeople(body) ? (
          <Link
            href={referPath(country, body.slug)}
            className="inline-flex min-h-11 items-center text-sm font-semibold sm:min-h-7 print:hidden"
          >
            {t('refer.link')}
            <span className="sr-only">: {inLanguage(body.name, locale)}</span>
          </Link>
        ) : null}
        <details data-print="open" className="min-w-0 open:basis-full">
          <summary className="inline-flex min-h-11 items-center text-sm text-link underline sm:min-h-7 print:hidden">
            {t('bodies.more')}
            <span className="sr-only">: {inLanguage(body.name, locale)}</span>
          </summary>
          {body.aliases.length === 0 ? null : (
            <p className="text-sm">
              {t('bodies.also')}
              {common('colon')} {body.aliases.join(', ')}
            </p>
          )}
          {/* A line that breaks begins with the dot, so that none hangs at its end. */}
          <p className="text-sm text-muted">{about.join(' ·\u00a0')}</p>
          <MistakeLink country={country} about="body" slug={body.slug} name={inLanguage(body.name, locale)} />
        </details>
      </div>
    </li>
  )
}
