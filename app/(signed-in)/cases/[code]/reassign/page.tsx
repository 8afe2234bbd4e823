import { filePage } from '@/components/cases/file-page'
import { ReassignPage } from '@/components/cases/reassign-page'
import { readReassignPage } from '@/lib/cases/file-page.data'

export default filePage('reassign', {
  messages: ['cases.reassign'],
  load: readReassignPage,
  show: ({ caseHeader: sheet, part }) => <ReassignPage caseHeader={sheet} colleagues={part} />,
})
