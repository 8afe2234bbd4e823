import { PlacesPage } from '@/components/settings/places-page'
import { listEditions } from '@/lib/configuration/edition.data'
import { listSetPlaces } from '@/lib/lists/places-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'config:keep',
  messages: ['settings'],
  // Names of places; no one is behind them.
  audit: null,
  load: async (work) => ({
    places: await listSetPlaces(work),
    editions: await listEditions(work, ['place']),
  }),
  show: (page, { locale }) => <PlacesPage {...page} locale={locale} />,
})
