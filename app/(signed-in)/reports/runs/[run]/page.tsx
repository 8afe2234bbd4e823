import { RunPage } from '@/components/reporting/runs-page'
import { readRun } from '@/lib/reporting/run-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'report:read',
  messages: [],
  load: (work, { params }) => readRun(work, params.run ?? ''),
  audit: ({ id }) => ({ event: 'report.compared', runIds: [id] }),
  show: (run) => <RunPage run={run} />,
})
