import { WaitingPage } from '@/components/submissions/waiting-page'
import { enter } from '@/lib/server/enter'
import { listWaiting } from '@/lib/submissions/waiting.data'

export default enter({
  permission: 'case:edit',
  messages: ['submissions.waiting'],
  load: (work, { isDiscreet }) => listWaiting(work, isDiscreet),
  audit: (lines) => ({
    event: 'waiting.listed',
    entryIds: lines.map(({ id }) => id),
    caseIds: [...new Set(lines.map(({ caseId }) => caseId))],
  }),
  show: (lines) => <WaitingPage lines={lines} />,
})
