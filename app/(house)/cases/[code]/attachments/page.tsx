import { PapersPart } from '@/components/attachments/papers-part'
import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame } from '@/components/cases/file-frame'
import { readPapersPage } from '@/lib/attachments/attachments-page.data'
import { toOpened } from '@/lib/cases/file-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:edit',
  words: ['attachments'],
  load: readPapersPage,
  audit: toOpened,
  show: (data, { now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part="attachments" today={dayOf(now)}>
        <PapersPart caseId={sheet.id} papers={part} />
      </FileFrame>
    )
  },
})
