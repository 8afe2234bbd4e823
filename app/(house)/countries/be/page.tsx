import { toChartView } from '@/components/countries/applications-block'
import { CountryPage } from '@/components/countries/country-page'
import { getProfile } from '@/lib/countries/entry.data'
import { listFacts } from '@/lib/countries/fact.data'
import { listPlaces } from '@/lib/countries/place.data'
import { listStatements } from '@/lib/countries/statement.data'
import { enter, one } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'country:read',
  audit: null,
  load: async (work, { search }) => ({
    profile: await getProfile(work, 'BE'),
    facts: await listFacts(work, 'BE'),
    statements: await listStatements(work, 'BE'),
    centres: await listPlaces(work, 'closed_centre'),
    view: toChartView(one(search.view)),
  }),
  show: (data, { now }) => <CountryPage {...data} today={dayOf(now)} />,
})
