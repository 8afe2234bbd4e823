import { filePage } from '@/components/cases/file-page'
import { FileDeadlines } from '@/components/deadlines/file-deadlines'
import { fileHref } from '@/lib/cases/file-part.view'
import { readDeadlinesPage } from '@/lib/deadlines/deadlines-page.data'
import { listCustody } from '@/lib/detention/custody.data'

export default filePage('deadlines', {
  messages: ['deadlines'],
  load: (work, request) => readDeadlinesPage(work, request, listCustody),
  show: ({ caseHeader: sheet, part, rights, today }) => (
    <FileDeadlines
      caseId={sheet.id}
      href={fileHref(sheet, 'deadlines')}
      {...part}
      canEdit={rights.canEdit}
      today={today}
    />
  ),
})
