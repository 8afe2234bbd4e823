import { ClosuresPage } from '@/components/planning/closures-page'
import { readClosures } from '@/lib/planning/closure.data'
import { toClosureLines, toPlaceOptions } from '@/lib/planning/closure.view'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'closure:set',
  messages: ['planning'],
  audit: null,
  load: readClosures,
  show: ({ places, closures }, { locale }) => (
    <ClosuresPage
      places={toPlaceOptions(places, locale)}
      closures={toClosureLines({ places, closures }, locale)}
    />
  ),
})
