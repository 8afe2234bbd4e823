import { FactsPage } from '@/components/countries/facts-page'
import { toCountry } from '@/lib/countries/address.rules'
import { getProfile } from '@/lib/countries/entry.data'
import { listFacts } from '@/lib/countries/fact.data'
import { toFactFilter } from '@/lib/countries/filter.schema'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'country:read',
  audit: null,
  messages: [],
  load: async (work, { params, search }) => ({
    profile: await getProfile(work, toCountry(params.country)),
    facts: await listFacts(work, toCountry(params.country)),
    filter: toFactFilter(search),
    today: dayOf(work.now),
  }),
  show: (data) => <FactsPage {...data} />,
})
