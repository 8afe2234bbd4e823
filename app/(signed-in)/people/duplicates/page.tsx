import { DuplicatesPage } from '@/components/people/duplicates-page'
import { readDuplicates } from '@/lib/people/duplicates.data'
import { toShown } from '@/lib/people/duplicates.view'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:edit',
  load: (work, { isDiscreet }) => readDuplicates(work, isDiscreet),
  audit: toShown,
  messages: [],
  show: (data) => <DuplicatesPage data={data} />,
})
