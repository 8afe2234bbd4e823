import { MistakesPage } from '@/components/countries/mistakes-page'
import { toCountry } from '@/lib/countries/address.rules'
import { getProfile } from '@/lib/countries/entry.data'
import { toSubject } from '@/lib/countries/filter.schema'
import { findSubject, listMistakes } from '@/lib/countries/mistake.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'country:read',
  audit: null,
  messages: ['keeping'],
  load: async (work, { params, search }) => {
    const country = toCountry(params.country)
    const asked = toSubject(search)
    return {
      profile: await getProfile(work, country),
      subject: asked && (await findSubject(work, country, asked.about, asked.slug)),
      mine: await listMistakes(work, country, { onlyMine: true }),
    }
  },
  show: (data) => <MistakesPage {...data} />,
})
