import { LawsPage } from '@/components/countries/laws-page'
import { toCountry } from '@/lib/countries/address.rules'
import { listCharts } from '@/lib/countries/chart.data'
import { listSafeCountryLists } from '@/lib/countries/entry.data'
import { toLawTheme } from '@/lib/countries/filter.schema'
import { loadGiven } from '@/lib/countries/given.data'
import { listLaws } from '@/lib/countries/law.data'
import { listStatements } from '@/lib/countries/statement.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'country:read',
  audit: null,
  messages: [],
  load: async (work, { params, search }) => {
    const country = toCountry(params.country)
    return {
      given: await loadGiven(work, country),
      charts: await listCharts(work, country),
      statements: await listStatements(work, country),
      laws: await listLaws(work, country),
      safeCountries: await listSafeCountryLists(work, country),
      theme: toLawTheme(search),
    }
  },
  show: (data) => <LawsPage {...data} />,
})
