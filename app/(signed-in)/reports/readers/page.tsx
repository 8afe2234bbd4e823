import { ReadersPage } from '@/components/accounts/readers-page'
import { listCapabilities } from '@/lib/accounts/capability.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'capability:read',
  messages: [],
  load: async (work) => ({ lines: await listCapabilities(work) }),
  audit: ({ lines }) => ({ event: 'report.readersListed', count: lines.length }),
  show: ({ lines }, { actor }) => (
    <ReadersPage lines={lines} readerId={actor.role === 'admin' ? actor.id : null} />
  ),
})
