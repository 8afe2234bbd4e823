import { FactPage } from '@/components/countries/fact-page'
import { listContradictions } from '@/lib/countries/contradiction.data'
import { getProfile } from '@/lib/countries/entry.data'
import { getFact } from '@/lib/countries/fact.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'country:read',
  audit: null,
  load: async (work, { params }) => {
    const fact = await getFact(work, 'BE', params.slug ?? '')
    const contradictions = await listContradictions(work, 'BE')
    return {
      fact,
      profile: await getProfile(work, 'BE'),
      contradictions: contradictions.filter(({ slug }) => fact.contradictions.includes(slug)),
    }
  },
  show: (data, { now }) => <FactPage {...data} today={dayOf(now)} />,
})
