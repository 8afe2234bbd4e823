import { DetailsPage } from '@/components/cases/details-page'
import { filePage } from '@/components/cases/file-page'
import { SafeHistory } from '@/components/countries/safe-history'
import { alongside, readDetailsPage } from '@/lib/cases/file-page.data'
import { listSafeCountryLists } from '@/lib/countries/entry.data'
import { HERE } from '@/lib/shared/here'

export default filePage('details', {
  messages: ['alike', 'cases', 'circles', 'people', 'when'],
  load: async (work, request) =>
    alongside(await readDetailsPage(work, request), async () => ({
      lists: await listSafeCountryLists(work, HERE),
    })),
  show: ({ caseHeader: sheet, part, rights, today }) => (
    <DetailsPage
      caseHeader={sheet}
      part={part}
      rights={rights}
      today={today}
      safe={(countries) => <SafeHistory countries={countries} lists={part.lists} />}
    />
  ),
})
