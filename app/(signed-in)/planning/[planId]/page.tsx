import { CentreFacts } from '@/components/countries/centre-facts'
import { PlanPage } from '@/components/planning/plan-page'
import { VisitFactLines } from '@/components/planning/visit-facts'
import { listCentreFacts } from '@/lib/countries/at-hand.data'
import { toOpenedPlan } from '@/lib/planning/plan.view'
import { openPlan } from '@/lib/planning/prepare-plan.data'
import { enter } from '@/lib/server/enter'
import { HERE } from '@/lib/shared/here'

export default enter({
  permission: 'plan:read',
  messages: ['deadlines.holiday', 'planning'],
  load: async (work, { params, locale, isDiscreet }) => ({
    opened: await openPlan(work, params.planId ?? '', { locale, isDiscreet }),
    centres: await listCentreFacts(work, HERE),
  }),
  audit: ({ opened: { plan, people, gone } }) => ({
    event: 'plan.opened',
    planId: plan.id,
    caseIds: [...new Set([...people, ...gone].map(({ caseId }) => caseId))],
  }),
  show: ({ opened, centres }, { locale }) => (
    <PlanPage
      state={opened.plan.state}
      heldId={opened.heldId}
      about={
        <>
          <VisitFactLines facts={opened.facts} />
          <CentreFacts centres={centres} placeIds={[opened.plan.placeId]} />
        </>
      }
      {...toOpenedPlan(opened, locale)}
    />
  ),
})
