import { CaseloadExport } from '@/components/caseload/caseload-export'
import { readExportForm } from '@/lib/caseload/export.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:read',
  messages: [],
  load: (work, { search }) => readExportForm(work, search),
  // It says how many files there are, and shows none.
  audit: null,
  show: (data) => <CaseloadExport data={data} />,
})
