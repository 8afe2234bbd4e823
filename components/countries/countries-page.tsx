import { useLocale, useTranslations } from 'next-intl'
import { TabWords } from '@/components/layout/tab-labels'
import { LineLink } from '@/components/ui/text-link'
import { countryPath } from '@/lib/countries/address.rules'
import type { Texts } from '@/lib/countries/fact.rules'
import { inLanguage } from '@/lib/countries/wording.rules'

/** The countries that have a profile. */
export const CountriesPage = ({
  countries,
}: {
  countries: readonly { readonly country: string; readonly name: Texts }[]
}) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  return (
    <>
      <TabWords words={t('list')} />
      <h1>{t('list')}</h1>
      <ul className="mt-4 grid gap-1">
        {countries.map(({ country, name }) => (
          <li key={country}>
            <LineLink href={countryPath(country)}>{inLanguage(name, locale)}</LineLink>
          </li>
        ))}
      </ul>
    </>
  )
}
