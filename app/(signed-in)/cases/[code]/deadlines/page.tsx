import { filePage } from '@/components/cases/file-page'
import { FileDeadlines } from '@/components/deadlines/file-deadlines'
import { WithoutOrderNotice } from '@/components/detention/without-order'
import { alongside } from '@/lib/cases/file-page.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { readDeadlinesPage } from '@/lib/deadlines/deadlines-page.data'
import { listCustody } from '@/lib/detention/custody.data'
import { listWithoutOrder } from '@/lib/detention/without-order.data'

export default filePage('deadlines', {
  messages: ['deadlines'],
  load: async (work, request) =>
    alongside(await readDeadlinesPage(work, request, listCustody), async (caseHeader) => ({
      held: await listWithoutOrder(work, caseHeader),
    })),
  show: ({ caseHeader: sheet, part, rights, today }) => (
    <FileDeadlines
      caseId={sheet.id}
      href={fileHref(sheet, 'deadlines')}
      {...part}
      canEdit={rights.canEdit}
      today={today}
      finding={
        <WithoutOrderNotice
          isTitled
          held={part.held}
          detentionHref={fileHref(sheet, 'detention')}
          canEdit={rights.canEdit}
          today={today}
        />
      }
    />
  ),
})
