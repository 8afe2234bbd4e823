import { filePage } from '@/components/cases/file-page'
import { FileSheets } from '@/components/sheets/file-sheets'
import { alongside } from '@/lib/cases/file-page.data'
import { languageIn, readFileSheets } from '@/lib/sheets/sheets-page.data'

export default filePage('sheets', {
  messages: [],
  load: async (work, request) => {
    const data = await readFileSheets(work, request)
    const spoken = data.type === 'file' ? data.part.spoken : []
    const language = languageIn(request, spoken, request.locale)
    return alongside(data, async () => ({ language }))
  },
  show: ({ caseHeader: sheet, part, rights, today }) => (
    <FileSheets
      caseId={sheet.id}
      code={sheet.code}
      part={part}
      language={part.language}
      canEdit={rights.canEdit}
      today={today}
    />
  ),
})
