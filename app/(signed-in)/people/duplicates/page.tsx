import { DuplicatesPage } from '@/components/people/duplicates-page'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { readDuplicates } from '@/lib/people/duplicates.data'
import { toShown } from '@/lib/people/duplicates.view'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:edit',
  load: async (work, { isDiscreet }) => {
    const data = await readDuplicates(work, isDiscreet)
    const people = await listShownPeople(
      work,
      data.hints.map(({ caseId }) => caseId),
      isDiscreet,
    )
    return { data, people }
  },
  audit: ({ data }) => toShown(data),
  messages: [],
  show: (loaded) => <DuplicatesPage {...loaded} />,
})
