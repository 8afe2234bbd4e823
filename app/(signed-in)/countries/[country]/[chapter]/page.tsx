import { ChapterPage } from '@/components/countries/chapter-page'
import { can } from '@/lib/access/can'
import { toCountry } from '@/lib/countries/address.rules'
import { loadChapter } from '@/lib/countries/chapter.data'
import { listComparisons } from '@/lib/countries/comparison.data'
import { countingReaches } from '@/lib/reporting/beside.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'country:read',
  audit: null,
  messages: [],
  load: async (work, { params }) => {
    const country = toCountry(params.country)
    return {
      ...(await loadChapter(work, country, params.chapter)),
      comparisons:
        countingReaches(work).length > 0 || can(work.actor, 'statistics:read')
          ? await listComparisons(work, country)
          : [],
    }
  },
  show: (data) => <ChapterPage {...data} />,
})
