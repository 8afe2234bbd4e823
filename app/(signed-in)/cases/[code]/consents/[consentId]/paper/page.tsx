import { FileChoicePage } from '@/components/cases/file-choice'
import { ConsentPaper } from '@/components/consents/consent-paper'
import { PaperBack } from '@/components/consents/paper-back'
import { fileHref } from '@/lib/cases/file-part.view'
import { enter } from '@/lib/server/enter'
import { readConsentPaper } from '@/lib/sheets/consent-paper.data'

export default enter({
  permission: 'case:edit',
  messages: [],
  load: (work, request) => readConsentPaper(work, request, request.locale),
  audit: (data) =>
    data.type === 'file'
      ? {
          event: 'sheet.printed',
          caseId: data.caseHeader.id,
          language: data.part.language,
          names: data.part.isNamed,
        }
      : { event: 'case.listed', caseIds: data.choices.map(({ id }) => id), more: false },
  show: (data) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { caseHeader: sheet, part } = data
    return (
      <ConsentPaper
        part={part}
        href={`/cases/${sheet.code}/consents/${part.row.id}/paper?file=${sheet.id}`}
        back={<PaperBack href={fileHref(sheet, 'consents')} />}
      />
    )
  },
})
