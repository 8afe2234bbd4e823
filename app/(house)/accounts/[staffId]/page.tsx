import { ColleaguePage } from '@/components/accounts/colleague-page'
import { toColleagueSheet } from '@/lib/accounts/account.view'
import { getColleague } from '@/lib/accounts/administration.data'
import { listCentres, listTeams } from '@/lib/accounts/staff.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'account:read',
  words: ['accounts'],
  load: async (work, { params }) => ({
    colleague: await getColleague(work, params.staffId ?? ''),
    teams: await listTeams(work),
    centres: await listCentres(work),
  }),
  audit: ({ colleague }) => ({ event: 'account.opened', staffId: colleague.id }),
  show: ({ colleague, ...choices }, { actor, now }) => (
    <ColleaguePage colleague={toColleagueSheet(colleague, { actorId: actor.id, now })} {...choices} />
  ),
})
