import { CaseloadPage } from '@/components/cases/caseload-page'
import { can } from '@/lib/access/can'
import { readCaseload } from '@/lib/cases/caseload.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:read',
  load: (work, { search }) => readCaseload(work, search),
  audit: ({ load }) => ({
    event: 'case.listed',
    caseIds: load.lines.map(({ id }) => id),
    more: load.next !== null,
  }),
  show: (data, { actor }) => (
    <CaseloadPage data={data} canCreate={can(actor, 'case:create')} canReview={can(actor, 'case:review')} />
  ),
})
