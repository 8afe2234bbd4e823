import { CaseloadPage } from '@/components/caseload/caseload-page'
import { ViewTabs } from '@/components/views/view-tabs'
import { can } from '@/lib/access/can'
import { readCaseload } from '@/lib/caseload/caseload.data'
import { writeQuery } from '@/lib/caseload/caseload.schema'
import { listColleagues } from '@/lib/cases/roster.data'
import { enter } from '@/lib/server/enter'
import { listOwnTeams, listViews } from '@/lib/views/view.data'
import { toOpened } from '@/lib/views/view.view'

export default enter({
  permission: 'case:read',
  messages: ['bulk', 'views'],
  load: async (work, { search, isDiscreet }) => {
    const views = await listViews(work)
    const data = await readCaseload(work, toOpened(search, views), isDiscreet)
    return {
      data,
      views,
      teams: await listOwnTeams(work),
      colleagues: work.actor.leads.length === 0 ? [] : await listColleagues(work, work.actor.leads),
    }
  },
  audit: ({ data: { load } }) => ({
    event: 'case.listed',
    caseIds: load.lines.map(({ id }) => id),
    more: load.next !== null,
  }),
  show: ({ data, views, teams, colleagues }, { actor }) => (
    <CaseloadPage
      data={data}
      canCreate={can(actor, 'case:create')}
      canReview={can(actor, 'case:review')}
      canImport={can(actor, 'import:run')}
      colleagues={can(actor, 'case:assign') ? colleagues : null}
      views={
        can(actor, 'view:save') ? (
          <ViewTabs
            views={views}
            teams={teams.filter(({ id }) => actor.leads.includes(id))}
            query={writeQuery(data.address)}
            current={data.address.view}
          />
        ) : null
      }
    />
  ),
})
