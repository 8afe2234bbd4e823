import { filePage } from '@/components/cases/file-page'
import { FileSheets } from '@/components/sheets/file-sheets'
import { alongside } from '@/lib/cases/file-page.data'
import { toLocale } from '@/lib/i18n/locales'
import { languageIn, readFileSheets } from '@/lib/sheets/sheets-page.data'

export default filePage('sheets', {
  words: [],
  load: async (work, request) => alongside(await readFileSheets(work, request), async () => ({ request })),
  show: ({ sheet, part, rights, today, locale }) => (
    <FileSheets
      caseId={sheet.id}
      code={sheet.code}
      part={part}
      language={languageIn(part.request, part.spoken, toLocale(locale) ?? 'en')}
      canEdit={rights.canEdit}
      today={today}
    />
  ),
})
