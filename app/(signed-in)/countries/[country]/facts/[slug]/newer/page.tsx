import { NewerPage } from '@/components/countries/newer-page'
import { toCountry } from '@/lib/countries/address.rules'
import { getProfile } from '@/lib/countries/entry.data'
import { getCountedFact } from '@/lib/countries/fact.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'country:keep',
  audit: null,
  messages: ['keeping'],
  load: async (work, { params }) => ({
    fact: await getCountedFact(work, toCountry(params.country), params.slug ?? ''),
    profile: await getProfile(work, toCountry(params.country)),
  }),
  show: (data, { now }) => <NewerPage {...data} today={dayOf(now)} />,
})
