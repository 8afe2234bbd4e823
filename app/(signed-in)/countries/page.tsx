import { redirect } from 'next/navigation'
import { CountriesPage } from '@/components/countries/countries-page'
import { countryPath } from '@/lib/countries/address.rules'
import { listCountries } from '@/lib/countries/entry.data'
import { enter } from '@/lib/server/enter'

/** With one country there is nothing to choose: the list begins with the second. */
export default enter({
  permission: 'country:read',
  audit: null,
  messages: [],
  load: (work) => listCountries(work),
  show: (countries) => {
    const [only, second] = countries
    if (only !== undefined && second === undefined) redirect(countryPath(only.country))
    return <CountriesPage countries={countries} />
  },
})
