import { FactPage } from '@/components/countries/fact-page'
import { toCountry } from '@/lib/countries/address.rules'
import { listContradictions } from '@/lib/countries/contradiction.data'
import { getProfile } from '@/lib/countries/entry.data'
import { getFact } from '@/lib/countries/fact.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'country:read',
  audit: null,
  words: [],
  load: async (work, { params }) => {
    const fact = await getFact(work, toCountry(params.country), params.slug ?? '')
    const contradictions = await listContradictions(work, toCountry(params.country))
    return {
      fact,
      profile: await getProfile(work, toCountry(params.country)),
      contradictions: contradictions.filter(({ slug }) => fact.contradictions.includes(slug)),
    }
  },
  show: (data, { now }) => <FactPage {...data} today={dayOf(now)} />,
})
