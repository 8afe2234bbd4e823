import { CentreFacts } from '@/components/countries/centre-facts'
import { NewPlanPage } from '@/components/planning/new-plan-page'
import { VisitFactLines } from '@/components/planning/visit-facts'
import { listCentreFacts } from '@/lib/countries/at-hand.data'
import { toNewPlan } from '@/lib/planning/plan.view'
import { preparePlan } from '@/lib/planning/prepare-plan.data'
import { enter } from '@/lib/server/enter'
import { readDay } from '@/lib/shared/dates'
import { HERE } from '@/lib/shared/here'
import { meant, says, textOf } from '@/lib/shared/search'

export default enter({
  permission: 'plan:write',
  messages: ['deadlines.holiday', 'planning'],
  load: async (work, { search, locale, isDiscreet }) => {
    const prepared = await preparePlan(work, {
      slug: textOf(search, 'centre'),
      day: meant(search, 'day', readDay),
      locale,
      isDiscreet,
    })
    says(search, 'centre', prepared.centre.slug)
    return { prepared, centres: await listCentreFacts(work, HERE) }
  },
  audit: ({ prepared: { people } }) => ({
    event: 'plan.prepared',
    caseIds: people.map(({ caseId }) => caseId),
  }),
  show: ({ prepared, centres }, { locale }) => (
    <NewPlanPage
      {...toNewPlan(prepared, locale)}
      about={
        <>
          <VisitFactLines facts={prepared.facts} />
          <CentreFacts centres={centres} placeIds={[prepared.centre.id]} />
        </>
      }
    />
  ),
})
