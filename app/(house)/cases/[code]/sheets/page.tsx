import { getLocale } from 'next-intl/server'
import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame } from '@/components/cases/file-frame'
import { FileSheets } from '@/components/sheets/file-sheets'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { toLocale } from '@/lib/i18n/locales'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { languageIn, readFileSheets } from '@/lib/sheets/sheets-page.data'

export default enter({
  permission: 'case:read',
  words: [],
  load: async (work, request) => {
    const data = await readFileSheets(work, request)
    const spoken = data.type === 'file' ? data.part.spoken : []
    return { data, language: languageIn(request, spoken, toLocale(await getLocale()) ?? 'en') }
  },
  audit: ({ data }) => toOpened(data),
  show: ({ data, language }, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part="sheets" today={dayOf(now)}>
        <FileSheets
          caseId={sheet.id}
          code={sheet.code}
          part={part}
          language={language}
          canEdit={toRights(actor, sheet).canEdit}
          today={dayOf(now)}
        />
      </FileFrame>
    )
  },
})
