import { BodiesPage } from '@/components/countries/bodies-page'
import { BodyNumbers } from '@/components/referrals/body-numbers'
import { can } from '@/lib/access/can'
import { toCountry } from '@/lib/countries/address.rules'
import { listBodies } from '@/lib/countries/body.data'
import { listCharts } from '@/lib/countries/chart.data'
import { toBodyFilter, toShownBody } from '@/lib/countries/filter.schema'
import { loadGiven } from '@/lib/countries/given.data'
import { listNamed } from '@/lib/countries/named.data'
import { listPlacesOf } from '@/lib/countries/place.data'
import { listStatements } from '@/lib/countries/statement.data'
import { listBodies as listHelpBodies } from '@/lib/referrals/body.data'
import { enter } from '@/lib/server/enter'
import { HERE } from '@/lib/shared/here'

export default enter({
  permission: 'country:read',
  audit: null,
  messages: [],
  load: async (work, { params, search }) => {
    const country = toCountry(params.country)
    return {
      // The numbers are those of one country.
      called: country === HERE ? await listHelpBodies(work) : [],
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
  show: ({ called, ...data }, { actor }) => (
    <BodiesPage {...data} canRefer={can(actor, 'case:edit')} numbers={<BodyNumbers bodies={called} />} />
  ),
})
