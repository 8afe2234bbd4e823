import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Tag } from '@/components/ui/tag'
import type { Edition } from '@/lib/configuration/edition.rules'
import { knewOf } from '@/lib/configuration/setting.view'
import type { Locale } from '@/lib/i18n/locales'
import { hasFacts } from '@/lib/lists/place.rules'
import type { SetPlace } from '@/lib/lists/places-page.data'
import { readSide } from '@/lib/lists/side.view'
import { SettingsFrame } from './frame'
import { History } from './history'
import { LINE, NAME } from './line'
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
  return (
    <SettingsFrame page="places">
      <ul>
        {places.map(({ id, kind, city, isOwn, official, labels, aliases, hidden, visit }) => {
          const name = labels[locale] || official[locale]
          const own = editions.filter(({ item }) => item === id)
          return (
            <li key={id} className={`border-b border-hair py-1.5 ${LINE}`}>
              <p className={NAME}>
                <b className="font-semibold wrap-anywhere">{name}</b>
                <span className="text-sm text-muted">
                  {[t(`places.kind.${kind}`), city, labels[locale] === '' || isOwn ? null : official[locale]]
                    .filter((one) => one !== null && one !== '')
                    .join(' · ')}
                </span>
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
              </p>
              <Fold label={t('change')} of={name}>
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
              </Fold>
              <History of={name} editions={own} wordsOf={wordsOf} />
            </li>
          )
        })}
      </ul>
      {asked.length === 0 ? null : (
        <section className="py-3">
          <h2 className="text-h3">{t('places.asked')}</h2>
          <History of={t('places.asked')} editions={asked} wordsOf={wordsOf} />
        </section>
      )}
      <Card as="section" title={t('places.new')}>
        <div className="mt-3">
          <p className="mb-3 text-sm text-muted">{t('places.held')}</p>
          <OwnPlaceForm key={places.length} />
        </div>
      </Card>
    </SettingsFrame>
  )
}
