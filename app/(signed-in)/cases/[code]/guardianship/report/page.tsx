import { FileChoicePage } from '@/components/cases/file-choice'
import { reportLabels } from '@/components/guardianship/report-labels'
import { ReportPage } from '@/components/guardianship/report-page'
import { fileHref, toOpened } from '@/lib/cases/file-part.view'
import { catalogue } from '@/lib/i18n/catalogue'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { readReportPage } from '@/lib/summaries/report-page.data'

export default enter({
  permission: 'case:edit',
  messages: ['guardianship.report'],
  load: async (work, request) => {
    const data = await readReportPage(work, request)
    return { data, messages: data.type === 'choice' ? null : await catalogue[data.part.language]() }
  },
  audit: ({ data }) => toOpened(data),
  show: ({ data, messages }, { now }) => {
    if (data.type === 'choice' || messages === null)
      return data.type === 'choice' ? <FileChoicePage data={data} /> : null
    const { caseHeader: sheet, part } = data
    return (
      <ReportPage
        part={part}
        labels={reportLabels(part, sheet, messages, dayOf(now))}
        code={sheet.code}
        href={fileHref(sheet, 'guardianship')}
        at={now}
      />
    )
  },
})
