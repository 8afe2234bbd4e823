import { PapersPart } from '@/components/attachments/papers-part'
import { filePage } from '@/components/cases/file-page'
import { PaperLinks } from '@/components/cases/paper-links'
import { GivenSheets } from '@/components/sheets/given-sheets'
import { readPapersPage } from '@/lib/attachments/attachments-page.data'
import { alongside } from '@/lib/cases/file-page.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { currentOf } from '@/lib/registers/register.rules'
import { listGiven } from '@/lib/sheets/given.data'

export default filePage('attachments', {
  messages: ['attachments'],
  load: async (work, request) =>
    alongside(await readPapersPage(work, request), async ({ id }) => ({
      given: [...currentOf(await listGiven(work, id))].reverse(),
    })),
  show: ({ caseHeader: sheet, part, rights }) => (
    <PapersPart caseId={sheet.id} papers={part.papers}>
      <GivenSheets rows={part.given} href={fileHref(sheet, 'sheets')} />
      <PaperLinks caseHeader={sheet} rights={rights} />
    </PapersPart>
  ),
})
