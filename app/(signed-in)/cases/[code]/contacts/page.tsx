import { filePage } from '@/components/cases/file-page'
import { FileContacts } from '@/components/contacts/file-contacts'
import { readFile } from '@/lib/cases/file-page.data'
import { readContactsPart } from '@/lib/contacts/contacts-page.data'

export default filePage('contacts', {
  messages: ['contacts'],
  load: (work, request) => readFile(work, request, (caseHeader) => readContactsPart(work, caseHeader)),
  show: ({ caseHeader: sheet, part, rights, today }) => (
    <FileContacts caseId={sheet.id} part={part} canEdit={rights.canEdit} today={today} />
  ),
})
