import { StartPage } from '@/components/handovers/start-page'
import { listHolders } from '@/lib/handovers/prepare.data'
import { enter } from '@/lib/server/enter'
import { meant } from '@/lib/shared/search'

export default enter({
  permission: 'case:assign',
  words: ['handovers'],
  load: async (work, { search }) => {
    const holders = await listHolders(work)
    return {
      holders,
      workerId: meant(search, 'worker', (id) => holders.find(({ staffId }) => staffId === id)?.staffId) ?? '',
    }
  },
  audit: null,
  show: ({ holders, workerId }) => <StartPage holders={holders} workerId={workerId} />,
})
