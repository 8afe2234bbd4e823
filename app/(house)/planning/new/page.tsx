import { getLocale } from 'next-intl/server'
import { CentreFacts } from '@/components/countries/centre-facts'
import { NewPlanPage } from '@/components/planning/new-plan-page'
import { listCentreFacts } from '@/lib/countries/at-hand.data'
import { toLocale } from '@/lib/i18n/locales'
import { toNewPlan } from '@/lib/planning/plan.view'
import { preparePlan } from '@/lib/planning/prepare-plan.data'
import { enter, one } from '@/lib/server/enter'
import { HERE } from '@/lib/shared/here'

export default enter({
  permission: 'plan:write',
  words: ['deadlines', 'planning'],
  load: async (work, { search }) => ({
    prepared: await preparePlan(work, {
      slug: one(search.centre),
      day: one(search.day),
      locale: toLocale(await getLocale()) ?? 'en',
    }),
    centres: await listCentreFacts(work, HERE),
  }),
  audit: ({ prepared: { people } }) => ({
    event: 'plan.prepared',
    caseIds: people.map(({ caseId }) => caseId),
  }),
  show: ({ prepared, centres }, { locale }) => (
    <NewPlanPage
      {...toNewPlan(prepared, toLocale(locale) ?? 'en')}
      about={<CentreFacts centres={centres} placeIds={[prepared.centre.id]} />}
    />
  ),
})
