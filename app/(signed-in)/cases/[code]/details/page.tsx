import { NeedLines } from '@/components/asylum/need-lines'
import { DetailsPage } from '@/components/cases/details-page'
import { filePage } from '@/components/cases/file-page'
import { ConsentLines } from '@/components/consents/consent-lines'
import { SafeHistory } from '@/components/countries/safe-history'
import { readCurrentNeeds } from '@/lib/asylum/current-needs.data'
import { alongside, readDetailsPage } from '@/lib/cases/file-page.data'
import { readConsentSummary } from '@/lib/consents/summary.data'
import { listSafeCountryLists } from '@/lib/countries/entry.data'
import { HERE } from '@/lib/shared/here'

export default filePage('details', {
  messages: ['alike', 'cases', 'circles.apart', 'people', 'when'],
  load: async (work, request) =>
    alongside(await readDetailsPage(work, request), async (caseHeader) => ({
      lists: await listSafeCountryLists(work, HERE),
      consents: await readConsentSummary(work, caseHeader.id, caseHeader.people),
      needs: await readCurrentNeeds(work, caseHeader),
    })),
  show: ({ caseHeader: sheet, part, rights, today }) => (
    <DetailsPage
      caseHeader={sheet}
      part={part}
      rights={rights}
      today={today}
      consents={<ConsentLines summary={part.consents} />}
      needs={<NeedLines part={part.needs} />}
      safe={(countries) => <SafeHistory countries={countries} lists={part.lists} />}
    />
  ),
})
