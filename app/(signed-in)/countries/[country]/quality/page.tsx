import { QualityPage } from '@/components/countries/quality-page'
import { toCountry } from '@/lib/countries/address.rules'
import { listContradictions } from '@/lib/countries/contradiction.data'
import { getProfile } from '@/lib/countries/entry.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'country:read',
  audit: null,
  messages: [],
  load: async (work, { params }) => ({
    profile: await getProfile(work, toCountry(params.country)),
    contradictions: await listContradictions(work, toCountry(params.country)),
  }),
  show: (data) => <QualityPage {...data} />,
})
