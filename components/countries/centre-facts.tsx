import { useLocale, useTranslations } from 'next-intl'
import type { CentreFacts as Centre } from '@/lib/countries/at-hand.rules'
import { formatDay, formatPartialDate, inLanguage, languageName } from '@/lib/countries/wording.rules'
import { CapacityLine } from './closed-centres'

/** What is known of the centres where a person is held or a visit goes: places, who is held, the language, who visits. */
export const CentreFacts = ({
  centres: all,
  placeIds,
}: {
  centres: readonly Centre[]
  /** The centres that are meant; null for every closed one, before one is chosen. */
  placeIds: readonly string[] | null
}) => {
  const t = useTranslations('countries.centres')
  const locale = useLocale()
  const centres = all.filter(({ place }) =>
    placeIds === null ? place.kind === 'closed_centre' : placeIds.includes(place.id),
  )
  if (centres.length === 0) return null
  return (
    <details className="text-sm print:hidden">
      <summary className="min-h-11 py-2.5 text-link sm:min-h-8 sm:py-1.5">
        <span className="font-semibold">{t(placeIds === null ? 'all' : 'about')}</span>{' '}
        {/* One centre is named by the page, and again where this is opened. */}
        {centres.length === 1 ? null : (
          <span className="text-muted">
            {centres.map(({ place }) => inLanguage(place.label, locale)).join(' · ')}
          </span>
        )}
      </summary>
      <div className="grid gap-4 pb-3 lg:grid-cols-2">
        {centres.map((centre) => (
          <OneCentre key={centre.place.slug} centre={centre} />
        ))}
      </div>
    </details>
  )
}

const OneCentre = ({ centre: { place, visitors } }: { centre: Centre }) => {
  const t = useTranslations('countries.centres')
  const locale = useLocale()
  const { population, units, languageRegime, address, openedText, capacities, note } = place
  return (
    <div className="min-w-0 border-s-2 border-accent-edge ps-3">
      <p className="font-semibold">{inLanguage(place.label, locale)}</p>
      {note === null ? null : <p>{inLanguage(note, locale)}</p>}
      <dl className="grid gap-x-3 sm:grid-cols-[max-content_1fr]">
        <dt className="text-muted">{t('held')}</dt>
        <dd>{population === null ? t('notKnown') : inLanguage(population, locale)}</dd>
        <dt className="text-muted">{t('capacity')}</dt>
        <dd>
          {units === null ? null : <p>{inLanguage(units, locale)}</p>}
          {capacities.length + (units === null ? 0 : 1) === 0 ? t('notKnown') : null}
          <ul>
            {capacities.map((seen) => (
              <CapacityLine key={`${seen.source} ${seen.observedOn}`} seen={seen} />
            ))}
          </ul>
        </dd>
        <dt className="text-muted">{t('regime')}</dt>
        <dd>{languageRegime === null ? t('notKnown') : languageName(languageRegime, locale)}</dd>
        <dt className="text-muted">{t('visitors')}</dt>
        <dd>
          {visitors.length === 0
            ? t('notKnown')
            : visitors.map(({ name, source, recordedOn }) => (
                <p key={name}>
                  {name}{' '}
                  <span className="text-muted">
                    ({source}, {formatDay(recordedOn, locale)})
                  </span>
                </p>
              ))}
        </dd>
        {address === null ? null : (
          <>
            <dt className="text-muted">{t('address')}</dt>
            <dd>{address}</dd>
          </>
        )}
        {openedText === null ? null : (
          <>
            <dt className="text-muted">{t('opened')}</dt>
            <dd>{formatPartialDate(openedText, locale)}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
