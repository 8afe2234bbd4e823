import { GroupPage } from '@/components/activities/group-page'
import { readGroup } from '@/lib/activities/group.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:create',
  messages: ['groups', 'projects.choose'],
  load: (work, { params, isDiscreet }) => readGroup(work, params.groupId ?? '', isDiscreet),
  audit: ({ attended, choices }) => ({
    event: 'case.listed',
    caseIds: [...new Set([...attended, ...choices].map(({ caseId }) => caseId))],
    more: false,
  }),
  show: (data) => <GroupPage data={data} />,
})
