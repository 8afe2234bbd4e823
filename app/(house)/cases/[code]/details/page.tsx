import { DetailsPage } from '@/components/cases/details-page'
import { FileChoicePage } from '@/components/cases/file-choice'
import { SafeHistory } from '@/components/countries/safe-history'
import { toRights } from '@/lib/cases/file.view'
import { readDetailsPage, toOpened } from '@/lib/cases/file-page.data'
import { listSafeCountryLists } from '@/lib/countries/entry.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { HERE } from '@/lib/shared/here'

export default enter({
  permission: 'case:read',
  words: ['alike', 'cases', 'circles', 'people', 'when'],
  load: async (work, request) => ({
    data: await readDetailsPage(work, request),
    lists: await listSafeCountryLists(work, HERE),
  }),
  audit: ({ data }) => toOpened(data),
  show: ({ data, lists }, { actor, now }) =>
    data.type === 'choice' ? (
      <FileChoicePage data={data} />
    ) : (
      <DetailsPage
        sheet={data.sheet}
        part={data.part}
        rights={toRights(actor, data.sheet)}
        today={dayOf(now)}
        safe={(countries) => <SafeHistory countries={countries} lists={lists} />}
      />
    ),
})
