import { getLocale } from 'next-intl/server'
import { WishPage } from '@/components/statistics/wish-page'
import { enter, one } from '@/lib/server/enter'
import { toWantedCode } from '@/lib/statistics/request.rules'
import { readWish } from '@/lib/statistics/request-desk.data'
import { readReferenceLabels } from '@/lib/statistics/wording.data'

export default enter({
  permission: 'statistics:export',
  words: ['statistics'],
  load: async (work, { search }) => ({
    wish: await readWish(work, { period: one(search.period), wanted: one(search.wanted) }),
    reference: await readReferenceLabels(work, await getLocale()),
  }),
  audit: ({ wish }) => ({
    event: 'statistics.previewed',
    snapshotId: wish.period ?? 'none',
    measure: toWantedCode(wish.wanted),
  }),
  show: (props) => <WishPage {...props} />,
})
