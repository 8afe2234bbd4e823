import { filePage } from '@/components/cases/file-page'
import { Explanations } from '@/components/countries/explanations'
import { FileGuardianship } from '@/components/guardianship/file-guardianship'
import { alongside } from '@/lib/cases/file-page.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { listExplanations } from '@/lib/countries/at-hand.data'
import { readGuardianshipPage } from '@/lib/guardianship/guardianship-page.data'
import { HERE } from '@/lib/shared/here'

export default filePage('guardianship', {
  messages: ['guardianship', 'when'],
  load: async (work, request) =>
    alongside(await readGuardianshipPage(work, request), async () => ({
      explanations: await listExplanations(work, HERE),
    })),
  show: ({ caseHeader: sheet, part, rights, today }) => (
    <FileGuardianship
      caseId={sheet.id}
      href={fileHref(sheet, 'guardianship')}
      deadlinesHref={fileHref(sheet, 'deadlines')}
      part={part}
      canEdit={rights.canEdit}
      today={today}
      help={(beside) => <Explanations explanations={part.explanations} beside={beside} />}
    />
  ),
})
