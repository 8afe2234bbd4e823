import { TeamPage } from '@/components/team/team-page'
import { enter } from '@/lib/server/enter'
import { meant } from '@/lib/shared/search'
import { readTeamRoom } from '@/lib/team/team.data'
import { toSpan } from '@/lib/team/team.rules'

export default enter({
  permission: 'team:read',
  messages: [],
  load: (work, { search }) => readTeamRoom(work, meant(search, 'days', toSpan) ?? 30),
  audit: ({ loads }) => ({ event: 'team.opened', colleagues: loads.length }),
  show: (room) => <TeamPage room={room} />,
})
