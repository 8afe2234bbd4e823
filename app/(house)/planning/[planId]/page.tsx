import { getLocale } from 'next-intl/server'
import { PlanPage } from '@/components/planning/plan-page'
import { toLocale } from '@/lib/i18n/locales'
import { toOpenedPlan } from '@/lib/planning/plan.view'
import { openPlan } from '@/lib/planning/prepare-plan.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'plan:read',
  load: async (work, { params }) => openPlan(work, params.planId ?? '', toLocale(await getLocale()) ?? 'en'),
  audit: ({ plan, people, gone }) => ({
    event: 'plan.opened',
    planId: plan.id,
    caseIds: [...new Set([...people, ...gone].map(({ caseId }) => caseId))],
  }),
  show: (opened, { locale }) => (
    <PlanPage
      state={opened.plan.state}
      heldId={opened.heldId}
      {...toOpenedPlan(opened, toLocale(locale) ?? 'en')}
    />
  ),
})
