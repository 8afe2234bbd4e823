import { FileChoicePage } from '@/components/cases/file-choice'
import { ReassignPage } from '@/components/cases/reassign-page'
import { readReassignPage, toOpened } from '@/lib/cases/file-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:assign',
  words: ['cases'],
  load: readReassignPage,
  audit: toOpened,
  show: (data, { now }) =>
    data.type === 'choice' ? (
      <FileChoicePage data={data} />
    ) : (
      <ReassignPage sheet={data.sheet} colleagues={data.part} today={dayOf(now)} />
    ),
})
