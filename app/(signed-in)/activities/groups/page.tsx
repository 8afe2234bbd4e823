import { GroupsPage } from '@/components/activities/groups-page'
import { readGroups } from '@/lib/activities/group.data'
import { enter } from '@/lib/server/enter'
import { isUuid } from '@/lib/shared/ids'
import { meant } from '@/lib/shared/search'

export default enter({
  permission: 'case:create',
  messages: ['groups', 'projects.choose'],
  load: (work, { search }) =>
    readGroups(
      work,
      meant(search, 'before', (text) => (isUuid(text) ? text : null)),
    ),
  // It tells of no file.
  audit: null,
  show: (data, { actor }) => <GroupsPage data={data} me={actor.id} />,
})
