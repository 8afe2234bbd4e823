import { ChapterPage } from '@/components/countries/chapter-page'
import { can } from '@/lib/access/can'
import { toCountry } from '@/lib/countries/address.rules'
import { loadChapter } from '@/lib/countries/chapter.data'
import { enter } from '@/lib/server/enter'
import { listComparisons } from '@/lib/statistics/beside.data'

export default enter({
  permission: 'country:read',
  audit: null,
  messages: [],
  load: async (work, { params }) => {
    const country = toCountry(params.country)
    return {
      ...(await loadChapter(work, country, params.chapter)),
      comparisons: can(work.actor, 'statistics:read') ? await listComparisons(work, country) : [],
    }
  },
  show: (data) => <ChapterPage {...data} />,
})
