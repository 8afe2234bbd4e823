import { HandoversPage } from '@/components/handovers/handovers-page'
import { readHandovers } from '@/lib/handovers/handover-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'handover:own',
  messages: [],
  load: readHandovers,
  audit: ({ handovers }) => ({ event: 'handover.listed', handoverIds: handovers.map(({ id }) => id) }),
  show: (data) => <HandoversPage data={data} />,
})
