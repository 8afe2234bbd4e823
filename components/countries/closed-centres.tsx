import { useLocale, useTranslations } from 'next-intl'
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

/** The closed centres with every capacity a source gave: sources disagree, so none is "the" capacity. */
export const ClosedCentres = ({ centres }: { centres: readonly Place[] }) => {
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

const CapacityLine = ({ seen }: { seen: Capacity }) => {
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
