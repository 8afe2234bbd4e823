import { BodiesPage } from '@/components/countries/bodies-page'
import { can } from '@/lib/access/can'
import { toCountry } from '@/lib/countries/address.rules'
import { listBodies } from '@/lib/countries/body.data'
import { listCharts } from '@/lib/countries/chart.data'
import { toBodyFilter, toShownBody } from '@/lib/countries/filter.schema'
import { loadGiven } from '@/lib/countries/given.data'
import { listNamed } from '@/lib/countries/named.data'
import { listPlacesOf } from '@/lib/countries/place.data'
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
      named: await listNamed(work, country),
      bodies: await listBodies(work, country),
      places: await listPlacesOf(work, country),
      filter: toBodyFilter(search),
      linked: toShownBody(search),
    }
  },
  show: (data, { actor }) => <BodiesPage {...data} canRefer={can(actor, 'case:edit')} />,
})
