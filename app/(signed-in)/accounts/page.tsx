import { PeoplePage } from '@/components/accounts/people-page'
import { toColleagueCard } from '@/lib/accounts/account.view'
import { listInvitations, listTriedAccounts, readLastSignIns } from '@/lib/accounts/administration.data'
import { listStaff, listTeams } from '@/lib/accounts/staff.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'account:read',
  messages: ['accounts'],
  load: async (work) => ({
    staff: await listStaff(work),
    teams: await listTeams(work),
    invitations: await listInvitations(work),
    tried: await listTriedAccounts(work),
    lastSignIns: await readLastSignIns(work),
  }),
  audit: ({ staff }) => ({ event: 'account.listed', count: staff.length }),
  show: ({ staff, teams, invitations, tried, lastSignIns }, { actor }) => (
    <PeoplePage
      colleagues={staff.map((one) => ({
        ...toColleagueCard(one, actor.id, tried),
        lastSignIn: lastSignIns.get(one.id) ?? null,
      }))}
      invitations={invitations.map(({ id, email, role, team, expiresAt }) => ({
        id,
        email,
        role,
        office: team?.name ?? null,
        until: expiresAt,
      }))}
      teams={teams.filter(({ isClosed }) => !isClosed)}
    />
  ),
})
