import { CaseloadPrint } from '@/components/caseload/caseload-print'
import { readPrint } from '@/lib/caseload/caseload-print.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:read',
  messages: [],
  load: (work, { search }) => readPrint(work, search),
  audit: ({ lines, total }) => ({
    event: 'case.printed',
    caseIds: lines.map(({ id }) => id),
    more: total > lines.length,
  }),
  show: (data, { actor, now }) => <CaseloadPrint data={data} by={actor.name} at={now} />,
})
