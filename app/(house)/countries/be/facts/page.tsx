import { FactsPage } from '@/components/countries/facts-page'
import { getProfile } from '@/lib/countries/entry.data'
import { listFacts } from '@/lib/countries/fact.data'
import { toFactFilter } from '@/lib/countries/filter.schema'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'country:read',
  audit: null,
  load: async (work, { search }) => ({
    profile: await getProfile(work, 'BE'),
    facts: await listFacts(work, 'BE'),
    filter: toFactFilter(search),
  }),
  show: (data) => <FactsPage {...data} />,
})
