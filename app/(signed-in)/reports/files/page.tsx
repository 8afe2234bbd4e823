import { FilesPage } from '@/components/reporting/files-page'
import { readFiles } from '@/lib/reporting/files.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'report:read',
  messages: [],
  load: (work, { search, isDiscreet }) => readFiles(work, search, isDiscreet),
  audit: ({ files, isCut }) => ({ event: 'case.listed', caseIds: files.map(({ id }) => id), more: isCut }),
  show: (data) => <FilesPage data={data} />,
})
