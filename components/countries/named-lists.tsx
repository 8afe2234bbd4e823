import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { type NamedThings, type Route, thingsOf } from '@/lib/countries/named.rules'
import type { Chapter } from '@/lib/countries/vocabulary.rules'
import { countryName, inLanguage } from '@/lib/countries/wording.rules'

/** What the profile names in a chapter without counting it. */
export const NamedLists = ({ named, chapter }: { named: NamedThings; chapter: Chapter }) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const lists = thingsOf(named, chapter)
  return (
    <>
      {lists.map(({ kind, own }) => (
        <Card key={kind} as="section">
          <h3>{t(`named.${kind}`)}</h3>
          <ul className="mt-1 grid gap-1">
            {own.map(({ label, detail }) => (
              <li key={label.en}>
                {inLanguage(label, locale)}
                {detail === null ? null : (
                  <span className="text-sm text-muted"> · {inLanguage(detail, locale)}</span>
                )}
              </li>
            ))}
          </ul>
        </Card>
      ))}
      {chapter === 'migration' && named.routes.length > 0 ? <Routes named={named} /> : null}
    </>
  )
}

const Routes = ({ named }: { named: NamedThings }) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const regions = new Map(
    named.things
      .filter(({ kind }) => kind === 'world_region')
      .map(({ label }) => [label.en.toLowerCase(), label]),
  )
  const place = (code: string): string =>
    /^[A-Z]{2}$/.test(code) ? countryName(code, locale) : (regions.get(code)?.[locale] ?? code)
  const way = ({ from, via, to }: Route): string =>
    [from, via, to]
      .filter((step) => step.length > 0)
      .map((step) => step.map(place).join(', '))
      .join(' → ')
  return (
    <Card as="section">
      <h3>{t('named.route')}</h3>
      <ul className="mt-1 grid gap-1">
        {named.routes.map((route) => (
          <li key={way(route)}>
            {way(route)}
            <span className="text-sm text-muted"> · {inLanguage(route.who, locale)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Every nationality that the profile names, and why. */
export const Nationalities = ({ named }: { named: NamedThings }) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  if (named.nationalities.length === 0) return null
  const rows = named.nationalities
    .map(({ iso2, roles }) => ({ iso2, name: countryName(iso2, locale), roles }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  return (
    <Card as="section" className="lg:col-span-2">
      <h3 className="mb-1">{t('named.nationality')}</h3>
      <Table
        caption={t('named.nationality')}
        isDense
        rows={rows}
        rowKey={({ iso2 }) => iso2}
        columns={[
          { key: 'country', head: t('columns.country'), cell: ({ name }) => name },
          {
            key: 'roles',
            head: t('columns.why'),
            cell: ({ roles }) => roles.map((role) => t(`roles.${role}`)).join(' · '),
          },
        ]}
      />
    </Card>
  )
}
