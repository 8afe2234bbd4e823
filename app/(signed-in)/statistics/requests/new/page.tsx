import { WishPage } from '@/components/statistics/wish-page'
import { enter } from '@/lib/server/enter'
import { toWantedCode } from '@/lib/statistics/request.rules'
import { readWish } from '@/lib/statistics/request-desk.data'
import { readReferenceLabels } from '@/lib/statistics/wording.data'

export default enter({
  permission: 'statistics:export',
  messages: ['statistics.request'],
  load: async (work, { search, locale }) => ({
    wish: await readWish(work, search),
    reference: await readReferenceLabels(work, locale),
  }),
  audit: ({ wish }) => ({
    event: 'statistics.previewed',
    snapshotId: wish.period ?? 'none',
    measure: toWantedCode(wish.wanted),
  }),
  show: (props) => <WishPage {...props} />,
})
