import { TeamPage } from '@/components/team/team-page'
import { enter, one } from '@/lib/server/enter'
import { readTeamRoom } from '@/lib/team/team.data'
import { toSpan } from '@/lib/team/team.rules'

export default enter({
  permission: 'team:read',
  words: [],
  load: (work, { search }) => readTeamRoom(work, toSpan(one(search.days))),
  audit: ({ loads }) => ({ event: 'team.opened', colleagues: loads.length }),
  show: (room) => <TeamPage room={room} />,
})
