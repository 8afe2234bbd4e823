import { filePage } from '@/components/cases/file-page'
import { Consents } from '@/components/consents/consents-part'
import { readConsentsPage } from '@/lib/summaries/consents-page.data'

export default filePage('consents', {
  messages: ['consents'],
  load: readConsentsPage,
  show: ({ caseHeader: sheet, part, rights, today }) => (
    <Consents caseId={sheet.id} fileCode={sheet.code} part={part} canEdit={rights.canEdit} today={today} />
  ),
})
