import { StartPage } from '@/components/handovers/start-page'
import { listHolders } from '@/lib/handovers/prepare.data'
import { enter, one } from '@/lib/server/enter'

export default enter({
  permission: 'case:assign',
  words: ['handovers'],
  load: async (work, { search }) => ({
    holders: await listHolders(work),
    workerId: one(search.worker) ?? '',
  }),
  audit: null,
  show: ({ holders, workerId }) => <StartPage holders={holders} workerId={workerId} />,
})
