import { ChapterPage } from '@/components/countries/chapter-page'
import { toCountry } from '@/lib/countries/address.rules'
import { loadChapter } from '@/lib/countries/chapter.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'country:read',
  audit: null,
  words: [],
  load: (work, { params }) => loadChapter(work, toCountry(params.country), params.chapter),
  show: (data) => <ChapterPage {...data} />,
})
