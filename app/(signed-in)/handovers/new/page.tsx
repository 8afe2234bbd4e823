import { StartPage } from '@/components/handovers/start-page'
import { listHolders } from '@/lib/handovers/prepare.data'
import { enter } from '@/lib/server/enter'
import { textOf } from '@/lib/shared/search'

export default enter({
  permission: 'case:assign',
  messages: ['handovers'],
  load: async (work, { search }) => {
    const holders = await listHolders(work)
    return {
      holders,
      // A colleague without files to hand over is understood, and not on the list.
      workerId: holders.find(({ staffId }) => staffId === textOf(search, 'worker'))?.staffId ?? '',
    }
  },
  audit: null,
  show: ({ holders, workerId }) => <StartPage holders={holders} workerId={workerId} />,
})
