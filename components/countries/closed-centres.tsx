import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { type Capacity, type Place, totalCapacity } from '@/lib/countries/place.rules'
import {
  formatDay,
  formatMonth,
  formatNumber,
  formatPartialDate,
  inLanguage,
} from '@/lib/countries/wording.rules'

/** Where people are held: closed centres with their capacities, return homes and rooms at airports. */
export const DetentionPlaces = ({ places }: { places: readonly Place[] }) => {
  const t = useTranslations('countries.centres')
  const of = (kind: Place['kind']): readonly Place[] => places.filter((place) => place.kind === kind)
  if (of('closed_centre').length === 0) return null
  return (
    <>
      <ClosedCentres centres={of('closed_centre')} />
      <div className="mt-4 grid grid-cols-1 gap-4 lg:grid-cols-2">
        <PlaceList title={t('returnHomes')} places={of('return_home')} />
        <PlaceList title={t('airports')} places={of('inad_centre')} />
      </div>
    </>
  )
}

/** Places by their names, and what is known of each. */
export const PlaceList = ({ title, places }: { title: string; places: readonly Place[] }) => {
  const locale = useLocale()
  if (places.length === 0) return null
  const about = ({ units, note }: Place): ReactNode =>
    [units, note].flatMap((text) => (text === null ? [] : [inLanguage(text, locale)])).join(' · ')
  return (
    <Card as="section">
      <h3>{title}</h3>
      <ul className="mt-1 grid gap-1">
        {places.map((place) => (
          <li key={place.slug}>
            {inLanguage(place.label, locale)} <span className="text-sm text-muted">{about(place)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The closed centres with every capacity a source gave: sources disagree, so none is "the" capacity. */
const ClosedCentres = ({ centres }: { centres: readonly Place[] }) => {
  const t = useTranslations('countries.centres')
  const locale = useLocale()
  const total = totalCapacity(centres)
  return (
    <Card as="section" className="mt-4">
      <h3>{t('title')}</h3>
      {total === null ? null : (
        <p className="mt-1 mb-2 max-w-prose text-sm text-muted">
          {t('lead', { count: centres.length, total: formatNumber(total, locale) })}
        </p>
      )}
      <Table
        caption={t('title')}
        rows={centres}
        rowKey={({ slug }) => slug}
        columns={[
          { key: 'name', head: t('name'), cell: (centre) => <CentreName centre={centre} /> },
          {
            key: 'held',
            head: t('held'),
            cell: ({ population }) => (population === null ? '–' : inLanguage(population, locale)),
          },
          {
            key: 'capacity',
            head: t('capacity'),
            cell: ({ capacities }) => (
              <ul className="grid gap-1">
                {capacities.map((seen) => (
                  <CapacityLine key={`${seen.source} ${seen.observedOn}`} seen={seen} />
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Card>
  )
}

const CentreName = ({ centre }: { centre: Place }) => {
  const t = useTranslations('countries.centres')
  const locale = useLocale()
  return (
    <>
      <strong className="font-semibold">{inLanguage(centre.label, locale)}</strong>
      {centre.address === null ? null : <p className="text-sm text-muted">{centre.address}</p>}
      {centre.openedText === null ? null : (
        <p className="text-sm text-muted">
          {t('openedOn', { when: formatPartialDate(centre.openedText, locale) })}
        </p>
      )}
      {centre.note === null ? null : <p className="text-sm text-muted">{inLanguage(centre.note, locale)}</p>}
    </>
  )
}

/** A capacity as one source gave it on one day. */
export const CapacityLine = ({ seen }: { seen: Capacity }) => {
  const t = useTranslations('countries.centres')
  const locale = useLocale()
  const day = formatDay(seen.observedOn, locale)
  const when =
    seen.precision === 'consulted'
      ? t('undated', { when: day })
      : seen.precision === 'month'
        ? formatMonth(seen.observedOn, locale)
        : day
  return (
    <li>{t('observed', { capacity: formatNumber(seen.capacity, locale), when, source: seen.source })}</li>
  )
}
