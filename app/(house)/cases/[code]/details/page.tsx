import { DetailsPage } from '@/components/cases/details-page'
import { FileChoicePage } from '@/components/cases/file-choice'
import { toRights } from '@/lib/cases/file.view'
import { readDetailsPage, toOpened } from '@/lib/cases/file-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  load: readDetailsPage,
  audit: toOpened,
  show: (data, { actor, now }) =>
    data.type === 'choice' ? (
      <FileChoicePage data={data} />
    ) : (
      <DetailsPage
        sheet={data.sheet}
        part={data.part}
        rights={toRights(actor, data.sheet)}
        today={dayOf(now)}
      />
    ),
})
