import { BodiesPage } from '@/components/countries/bodies-page'
import { listBodies } from '@/lib/countries/body.data'
import { getProfile } from '@/lib/countries/entry.data'
import { toBodyFilter } from '@/lib/countries/filter.schema'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'country:read',
  audit: null,
  load: async (work, { search }) => ({
    profile: await getProfile(work, 'BE'),
    bodies: await listBodies(work),
    ...toBodyFilter(search),
  }),
  show: (data) => <BodiesPage {...data} />,
})
