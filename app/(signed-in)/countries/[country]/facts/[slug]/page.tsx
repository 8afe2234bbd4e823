import { FactPage } from '@/components/countries/fact-page'
import { can } from '@/lib/access/can'
import { toCountry } from '@/lib/countries/address.rules'
import { listContradictions } from '@/lib/countries/contradiction.data'
import { getProfile } from '@/lib/countries/entry.data'
import { getVersion, listBeside } from '@/lib/countries/fact.data'
import { toVersion } from '@/lib/countries/filter.schema'
import { citeInAll } from '@/lib/countries/speak'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'country:read',
  audit: null,
  messages: [],
  load: async (work, { params, search }) => {
    const { fact, newest } = await getVersion(
      work,
      toCountry(params.country),
      params.slug ?? '',
      toVersion(search),
    )
    const contradictions = await listContradictions(work, toCountry(params.country))
    const profile = await getProfile(work, toCountry(params.country))
    return {
      fact,
      newest,
      beside: await listBeside(work, newest),
      profile,
      cited: await citeInAll(fact, profile, dayOf(work.now)),
      contradictions: contradictions.filter(({ slug }) => fact.contradictions.includes(slug)),
    }
  },
  show: (data, { actor }) => <FactPage {...data} canKeep={can(actor, 'country:keep')} />,
})
