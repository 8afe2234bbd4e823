import { ColleaguePage } from '@/components/accounts/colleague-page'
import { toColleagueDetails } from '@/lib/accounts/account.view'
import { findSecondPerson, getColleague } from '@/lib/accounts/administration.data'
import { listCapabilities } from '@/lib/accounts/capability.data'
import { lastDayOf } from '@/lib/accounts/capability.rules'
import { listCentres, listTeams } from '@/lib/accounts/staff.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'account:read',
  messages: ['accounts', 'capabilities.ask'],
  load: async (work, { params }) => ({
    colleague: await getColleague(work, params.staffId ?? ''),
    teams: await listTeams(work),
    centres: await listCentres(work),
    second: await findSecondPerson(work, params.staffId ?? ''),
    capabilities: await listCapabilities(work, params.staffId ?? ''),
  }),
  audit: ({ colleague }) => ({ event: 'account.opened', staffId: colleague.id }),
  show: ({ colleague, second, capabilities, teams, centres }, { actor, now, locale }) => (
    <ColleaguePage
      colleague={toColleagueDetails(colleague, { actorId: actor.id, now, locale })}
      second={second && { fault: second.fault, from: dayOf(second.from) }}
      figures={{ lines: capabilities, last: lastDayOf(dayOf(now)), readerId: actor.id }}
      // A closed office is left, never joined.
      teams={teams.filter(
        ({ id, isClosed }) => !isClosed || colleague.teams.some(({ team }) => team.id === id),
      )}
      centres={centres}
    />
  ),
})
