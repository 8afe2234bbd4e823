import { PapersPart } from '@/components/attachments/papers-part'
import { filePage } from '@/components/cases/file-page'
import { readPapersPage } from '@/lib/attachments/attachments-page.data'

export default filePage('attachments', {
  messages: ['attachments'],
  load: readPapersPage,
  show: ({ caseHeader: sheet, part }) => <PapersPart caseId={sheet.id} papers={part} />,
})
