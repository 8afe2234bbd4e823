import { PowersPage } from '@/components/countries/powers-page'
import { toCountry } from '@/lib/countries/address.rules'
import { getProfile } from '@/lib/countries/entry.data'
import { loadPowers } from '@/lib/countries/power.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'country:read',
  audit: null,
  messages: [],
  load: async (work, { params }) => {
    const country = toCountry(params.country)
    return { profile: await getProfile(work, country), powers: await loadPowers(work, country) }
  },
  show: (data) => <PowersPage {...data} />,
})
