import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame, fileHref } from '@/components/cases/file-frame'
import { FileDeadlines } from '@/components/deadlines/file-deadlines'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { readDeadlinesPage } from '@/lib/deadlines/deadlines-page.data'
import { listCustody } from '@/lib/detention/custody.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  words: ['deadlines'],
  load: (work, request) => readDeadlinesPage(work, request, listCustody),
  audit: (data) => toOpened(data),
  show: (data, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part="deadlines" today={dayOf(now)}>
        <FileDeadlines
          caseId={sheet.id}
          href={fileHref(sheet, 'deadlines')}
          {...part}
          canEdit={toRights(actor, sheet).canEdit}
          today={dayOf(now)}
        />
      </FileFrame>
    )
  },
})
