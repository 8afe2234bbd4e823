import { SheetPage } from '@/components/sheets/sheet-page'
import { toRights } from '@/lib/cases/file.view'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { readSheetPage } from '@/lib/sheets/sheets-page.data'

export default enter({
  permission: 'case:read',
  messages: [],
  load: async (work, request) => readSheetPage(work, request, request.locale),
  audit: ({ file, language, isNamed }) =>
    file === null
      ? { event: 'sheet.shown', language }
      : { event: 'sheet.printed', caseId: file.id, language, names: isNamed },
  show: (data, { actor, now }) => (
    <SheetPage
      data={data}
      canEdit={data.file !== null && toRights(actor, data.file).canEdit}
      today={dayOf(now)}
    />
  ),
})
