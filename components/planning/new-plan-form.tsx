'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { type Named, namedOptions } from '@/components/forms/options'
import { createPlan } from '@/lib/planning/plan.actions'
import type { NewPlanForm as Fields } from '@/lib/planning/plan.schema'
import type { PlanFormProps } from '@/lib/planning/plan.view'
import { PlanFields } from './plan-fields'
import { PlanFoot } from './plan-foot'

/** A new draft; afterwards one is back in the week, where the next cell waits. */
export const NewPlanForm = ({
  fields,
  teams,
  props,
}: {
  fields: Fields
  teams: readonly Named[]
  props: PlanFormProps
}) => {
  const t = useTranslations('planning.form')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/planning/plan.schema').then((room) => room.newPlanSchema)}
      defaultValues={fields}
      action={createPlan}
      onSaved={() => router.push(`/planning?week=${fields.onDate}`)}
    >
      <PlanFields props={props} />
      {teams.length > 1 ? <Select name="teamId" label={t('team')} options={namedOptions(teams)} /> : null}
      <PlanFoot props={props}>{t('saveDraft')}</PlanFoot>
    </Form>
  )
}
