import { filePage } from '@/components/cases/file-page'
import { Explanation } from '@/components/deadlines/explanation'
import { WithoutOrderNotice } from '@/components/detention/without-order'
import { OwnFields } from '@/components/fields/own-fields'
import { reportHref } from '@/components/guardianship/report-href'
import { FileProcedure } from '@/components/procedure/file-procedure'
import { TraffickingLink } from '@/components/trafficking/trafficking-link'
import { alongside } from '@/lib/cases/file-page.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { readOwn } from '@/lib/fields/own-part.data'
import { readProcedurePage } from '@/lib/procedure/procedure-page.data'

export default filePage('procedure', {
  messages: ['fields.answer', 'when'],
  load: async (work, request) =>
    alongside(await readProcedurePage(work, request), async (caseHeader) => ({
      own: (await readOwn(work, caseHeader)).ofFile('procedure'),
    })),
  show: ({ caseHeader: sheet, part, rights, today }) => (
    <FileProcedure
      caseId={sheet.id}
      part={part}
      hrefs={{
        asylum: fileHref(sheet, 'asylum'),
        detention: fileHref(sheet, 'detention'),
        guardianship: fileHref(sheet, 'guardianship'),
        deadlines: fileHref(sheet, 'deadlines'),
        report: (personId) => reportHref(fileHref(sheet, 'guardianship'), personId),
      }}
      canEdit={rights.canEdit}
      today={today}
      finding={
        <WithoutOrderNotice
          held={part.held}
          detentionHref={fileHref(sheet, 'detention')}
          canEdit={rights.canEdit}
          today={today}
        />
      }
      explain={(deadline) => (
        <Explanation deadline={deadline} exception={part.exceptions.get(deadline.rule.code)} />
      )}
    >
      <OwnFields part={part.own} canEdit={rights.canEdit} />
      {rights.canEdit && sheet.secrecy === 'open' ? (
        <TraffickingLink href={fileHref(sheet, 'trafficking')} kind="quiet" />
      ) : null}
    </FileProcedure>
  ),
})
