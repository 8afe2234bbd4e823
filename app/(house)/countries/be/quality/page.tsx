import { QualityPage } from '@/components/countries/quality-page'
import { listContradictions } from '@/lib/countries/contradiction.data'
import { getProfile } from '@/lib/countries/entry.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'country:read',
  audit: null,
  load: async (work) => ({
    profile: await getProfile(work, 'BE'),
    contradictions: await listContradictions(work, 'BE'),
  }),
  show: (data) => <QualityPage {...data} />,
})
