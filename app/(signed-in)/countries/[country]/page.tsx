import { CountryPage } from '@/components/countries/country-page'
import { besideCountry } from '@/components/layout/menu'
import { toCountry } from '@/lib/countries/address.rules'
import { listCharts } from '@/lib/countries/chart.data'
import { loadGiven } from '@/lib/countries/given.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'country:read',
  audit: null,
  messages: [],
  load: async (work, { params }) => {
    const country = toCountry(params.country)
    return { given: await loadGiven(work, country), charts: await listCharts(work, country) }
  },
  show: (data, { actor }) => <CountryPage {...data} more={besideCountry(actor)} />,
})
