import { useTranslations } from 'next-intl'
import { NewRow } from '@/components/forms/new-row'
import { RowFold } from '@/components/ui/row-fold'
import { Tag } from '@/components/ui/tag'
import type { Edition } from '@/lib/configuration/edition.rules'
import { knewOf } from '@/lib/configuration/setting.view'
import type { Locale } from '@/lib/i18n/locales'
import { hasFacts } from '@/lib/lists/place.rules'
import type { SetPlace } from '@/lib/lists/places-page.data'
import { readSide } from '@/lib/lists/side.view'
import { SettingsFrame } from './frame'
import { History, isAsked } from './history'
import { OwnPlaceForm, PlaceForm } from './list-forms'

/** The places of the profile and of the organisation: their names, the other names they are found by, and which are offered. */
export const PlacesPage = ({
  places,
  editions,
  locale,
}: {
  places: readonly SetPlace[]
  editions: readonly Edition[]
  locale: Locale
}) => {
  const t = useTranslations('settings')
  const wordsOf = (value: unknown): string =>
    readSide(value, locale, { shipped: t('lists.shipped'), hidden: t('lists.hidden') })
  const asked = editions.filter(
    ({ state, item }) => state === 'asked' && !places.some(({ id }) => id === item),
  )
  const kinds = [...new Set(places.map(({ kind }) => kind))]
  return (
    <SettingsFrame page="places">
      {kinds.map((kind) => (
        <section key={kind} aria-label={t(`places.kind.${kind}`)}>
          <h2 className="border-b border-hair pb-1 pt-4 text-h3">{t(`places.kind.${kind}`)}</h2>
          <ul>
            {places
              .filter((place) => place.kind === kind)
              .map((place) => (
                <li key={place.id}>
                  <PlaceLine
                    place={place}
                    own={editions.filter(({ item }) => item === place.id)}
                    locale={locale}
                    wordsOf={wordsOf}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
      {asked.length === 0 ? null : (
        <section className="py-3">
          <h2 className="text-h3">{t('places.asked')}</h2>
          <History of={t('places.asked')} editions={asked} wordsOf={wordsOf} />
        </section>
      )}
      <div className="pt-4">
        <NewRow isMain label={t('places.new')}>
          <p className="mb-3 text-sm text-muted">{t('places.held')}</p>
          <OwnPlaceForm key={places.length} />
        </NewRow>
      </div>
    </SettingsFrame>
  )
}

const PlaceLine = ({
  place: { id, city, isOwn, official, labels, aliases, hidden, visit },
  own,
  locale,
  wordsOf,
}: {
  place: SetPlace
  own: readonly Edition[]
  locale: Locale
  wordsOf: (value: unknown) => string
}) => {
  const t = useTranslations('settings')
  const name = labels[locale] || official[locale]
  const facts = [city, labels[locale] === '' || isOwn ? null : official[locale]].filter(
    // The town is often in the name.
    (one) => one !== null && one !== '' && !name.includes(one),
  )
  return (
    <RowFold
      press={t('change')}
      of={name}
      isOpen={isAsked(own)}
      line={
        <>
          <b className="font-semibold wrap-anywhere">{name}</b>
          {facts.length === 0 ? null : <span className="text-sm text-muted">{facts.join(' · ')}</span>}
          {isOwn ? <Tag kind="info">{t('places.ownOne')}</Tag> : null}
          {hidden ? <Tag>{t('lists.hidden')}</Tag> : null}
          {aliases.length === 0 ? null : (
            <span className="basis-full text-sm text-muted wrap-anywhere">
              {t('places.also', { names: aliases.join(', ') })}
            </span>
          )}
          {hasFacts(visit) ? (
            <span dir="auto" className="basis-full text-sm text-muted wrap-anywhere">
              {[visit.hours, visit.phone, visit.bring].filter((one) => one !== '').join(' · ')}
            </span>
          ) : null}
        </>
      }
    >
      <PlaceForm
        key={knewOf(own)}
        fields={{
          placeId: id,
          labels,
          aliases: aliases.join('\n'),
          hidden: hidden ? 'yes' : 'no',
          visit,
          knew: knewOf(own),
          reason: '',
        }}
      />
      <History of={name} editions={own} wordsOf={wordsOf} />
    </RowFold>
  )
}
