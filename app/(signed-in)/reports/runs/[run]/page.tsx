import { RunPage } from '@/components/reporting/runs-page'
import { readRun } from '@/lib/reporting/run-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'report:read',
  messages: [],
  load: (work, { params, search }) => readRun(work, params.run ?? '', search),
  audit: ({ id, other }) => ({
    event: 'report.compared',
    runIds: other === null ? [id] : [id, other.id],
  }),
  show: (run) => <RunPage run={run} />,
})
