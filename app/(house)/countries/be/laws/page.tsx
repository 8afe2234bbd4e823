import { LawsPage } from '@/components/countries/laws-page'
import { getProfile, listSafeCountryLists } from '@/lib/countries/entry.data'
import { toLawTheme } from '@/lib/countries/filter.schema'
import { listLaws } from '@/lib/countries/law.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'country:read',
  audit: null,
  load: async (work, { search }) => ({
    profile: await getProfile(work, 'BE'),
    laws: await listLaws(work, 'BE'),
    safeCountries: await listSafeCountryLists(work, 'BE'),
    theme: toLawTheme(search),
  }),
  show: (data) => <LawsPage {...data} />,
})
