import { RunsPage } from '@/components/reporting/runs-page'
import { listRuns } from '@/lib/reporting/run.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'report:read',
  messages: [],
  load: (work) => listRuns(work),
  // Names and moments of what one kept oneself; no number.
  audit: null,
  show: (runs) => <RunsPage runs={runs} />,
})
