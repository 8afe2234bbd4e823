import { FileAsylum } from '@/components/asylum/file-asylum'
import { filePage } from '@/components/cases/file-page'
import { Explanations } from '@/components/countries/explanations'
import { SafeHistory } from '@/components/countries/safe-history'
import { readAsylumPage } from '@/lib/asylum/asylum-page.data'
import { alongside } from '@/lib/cases/file-page.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { listExplanations } from '@/lib/countries/at-hand.data'
import { listSafeCountryLists } from '@/lib/countries/entry.data'
import { countriesOf } from '@/lib/people/country-list.rules'
import { HERE } from '@/lib/shared/here'

export default filePage('asylum', {
  messages: ['asylum', 'deadlines', 'when'],
  load: async (work, request) =>
    alongside(await readAsylumPage(work, request), async () => ({
      explanations: await listExplanations(work, HERE),
      lists: await listSafeCountryLists(work, HERE),
    })),
  show: ({ caseHeader: sheet, part, rights, today }) => (
    <FileAsylum
      caseId={sheet.id}
      href={fileHref(sheet, 'asylum')}
      deadlinesHref={fileHref(sheet, 'deadlines')}
      part={part}
      canEdit={rights.canEdit}
      today={today}
      help={(beside) => <Explanations explanations={part.explanations} beside={beside} />}
      safe={<SafeHistory countries={countriesOf(sheet.people)} lists={part.lists} />}
    />
  ),
})
