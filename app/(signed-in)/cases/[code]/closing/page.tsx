import { filePage } from '@/components/cases/file-page'
import { ClosingPart } from '@/components/closings/closing-part'
import { readClosingPage } from '@/lib/closings/closing-page.data'

export default filePage('closing', {
  messages: ['closings'],
  load: readClosingPage,
  show: ({ caseHeader: sheet, part, rights }) => (
    <ClosingPart caseHeader={sheet} {...part} canEdit={rights.canEdit} />
  ),
})
