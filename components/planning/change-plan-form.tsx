'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { changePlan } from '@/lib/planning/plan.actions'
import type { PlanForm as Fields } from '@/lib/planning/plan.schema'
import type { PlanFormProps } from '@/lib/planning/plan.view'
import { PlanFields } from './plan-fields'
import { PlanFoot } from './plan-foot'

/** Changes a plan. Two who change it at once see both versions and choose. */
export const ChangePlanForm = ({ fields, props }: { fields: Fields; props: PlanFormProps }) => {
  const t = useTranslations('planning.form')
  const format = useFormatter()
  const labels = new Map([
    ...Object.entries(props.names),
    ...props.people.map(({ key, full, initials, code }) => [key, `${full ?? initials} ${code}`] as const),
  ])
  const show = (value: unknown): string => {
    if (Array.isArray(value))
      return value.length === 0
        ? '–'
        : format.list(value.map((one) => labels.get(String(one)) ?? String(one)))
    return typeof value === 'string' && value !== '' ? value : '–'
  }
  return (
    <Form
      schema={() => import('@/lib/planning/plan.schema').then((room) => room.planSchema)}
      defaultValues={fields}
      action={changePlan}
      showValue={(_name, value) => show(value)}
    >
      <PlanFields props={props} />
      <PlanFoot props={props}>{t('save')}</PlanFoot>
    </Form>
  )
}
