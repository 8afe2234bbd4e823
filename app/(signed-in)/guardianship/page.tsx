import { WaitingPage } from '@/components/guardianship/waiting-page'
import { readWaiting } from '@/lib/guardianship/waiting.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  messages: [],
  load: (work, { isDiscreet }) => readWaiting(work, isDiscreet),
  audit: ({ caseIds, hasMore }) => ({ event: 'case.listed', caseIds, more: hasMore }),
  show: (shown, { actor, now }) => <WaitingPage {...shown} me={actor.id} today={dayOf(now)} />,
})
