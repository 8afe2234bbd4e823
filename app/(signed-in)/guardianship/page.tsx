import { WaitingPage } from '@/components/guardianship/waiting-page'
import { readWaiting } from '@/lib/guardianship/waiting.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:read',
  messages: [],
  load: readWaiting,
  audit: ({ caseIds, hasMore }) => ({ event: 'case.listed', caseIds, more: hasMore }),
  show: (shown) => <WaitingPage {...shown} />,
})
