import { SetupPage } from '@/components/shell/setup-page'
import { readSetup } from '@/lib/configuration/setup.data'
import { listSetPlaces } from '@/lib/lists/places-page.data'
import { enter } from '@/lib/server/enter'
import { STEPS } from '@/lib/settings/setting.rules'
import { meant } from '@/lib/shared/search'

export default enter({
  permission: 'config:keep',
  messages: ['settings', 'setup', 'accounts'],
  // How far the first steps are; no one is behind them.
  audit: null,
  load: async (work, { search, locale }) => {
    const setup = await readSetup(work, meant(search, 'step', STEPS.match))
    const places = setup.open === 'places' ? await listSetPlaces(work) : []
    return {
      setup,
      places: places.map(({ labels, official, ...place }) => ({
        ...place,
        name: labels[locale] || official[locale],
      })),
    }
  },
  show: (page) => <SetupPage {...page} />,
})
