import { filePage } from '@/components/cases/file-page'
import { Consents } from '@/components/consents/consents-part'
import { FileQuotes } from '@/components/quotes/file-quotes'
import { readConsentsPage } from '@/lib/summaries/consents-page.data'

export default filePage('consents', {
  messages: ['consents', 'quotes'],
  load: readConsentsPage,
  show: ({ caseHeader: sheet, part, rights, today }) => (
    <>
      <Consents caseId={sheet.id} fileCode={sheet.code} part={part} canEdit={rights.canEdit} today={today} />
      <FileQuotes caseId={sheet.id} quotes={part.quotes} canEdit={rights.canEdit} today={today} />
    </>
  ),
})
