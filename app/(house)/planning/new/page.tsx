import { getLocale } from 'next-intl/server'
import { NewPlanPage } from '@/components/planning/new-plan-page'
import { toLocale } from '@/lib/i18n/locales'
import { toNewPlan } from '@/lib/planning/plan.view'
import { preparePlan } from '@/lib/planning/prepare-plan.data'
import { enter, one } from '@/lib/server/enter'

export default enter({
  permission: 'plan:write',
  load: async (work, { search }) =>
    preparePlan(work, {
      slug: one(search.centre),
      day: one(search.day),
      locale: toLocale(await getLocale()) ?? 'en',
    }),
  audit: ({ people }) => ({ event: 'plan.prepared', caseIds: people.map(({ caseId }) => caseId) }),
  show: (prepared, { locale }) => <NewPlanPage {...toNewPlan(prepared, toLocale(locale) ?? 'en')} />,
})
