import { ClosuresPage } from '@/components/planning/closures-page'
import { toLocale } from '@/lib/i18n/locales'
import { readClosures } from '@/lib/planning/closure.data'
import { toClosureLines, toPlaceOptions } from '@/lib/planning/closure.view'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'closure:set',
  words: ['planning'],
  audit: null,
  load: readClosures,
  show: ({ places, closures }, { locale }) => (
    <ClosuresPage
      places={toPlaceOptions(places, toLocale(locale) ?? 'en')}
      closures={toClosureLines({ places, closures }, toLocale(locale) ?? 'en')}
    />
  ),
})
