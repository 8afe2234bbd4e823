import { UpkeepPage } from '@/components/countries/upkeep-page'
import { toCountry } from '@/lib/countries/address.rules'
import { getProfile } from '@/lib/countries/entry.data'
import { listFacts } from '@/lib/countries/fact.data'
import { listMistakes } from '@/lib/countries/mistake.data'
import { listEnteredFigures } from '@/lib/countries/newer.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'country:keep',
  audit: null,
  messages: ['keeping'],
  load: async (work, { params }) => {
    const country = toCountry(params.country)
    return {
      profile: await getProfile(work, country),
      facts: await listFacts(work, country),
      mistakes: await listMistakes(work, country, { onlyMine: false }),
      entered: await listEnteredFigures(work, country),
    }
  },
  show: (data, { now }) => <UpkeepPage {...data} today={dayOf(now)} />,
})
