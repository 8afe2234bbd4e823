'use client'
import { useTranslations } from 'next-intl'
import { type Option, RadioGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import type { DateOrder } from '@/lib/imports/date-order.rules'
import { type Columns, FIELDS } from '@/lib/imports/field.rules'
import { planImport } from '@/lib/imports/import.actions'

export type SaidPlan = {
  readonly columns: Columns
  readonly dateOrder: DateOrder | ''
  readonly kind: string
  readonly workerId: string
}
export type PlanFormProps = {
  readonly importId: string
  readonly headers: readonly string[]
  readonly samples: readonly (readonly string[])[]
  readonly plan: SaidPlan
  /** The examples of each way to write a day, in words; null when no column holds days in numbers. */
  readonly orders: { readonly dmy: string; readonly mdy: string } | null
  readonly own: readonly Option[]
  readonly kinds: readonly Option[]
  readonly workers: readonly Option[]
}

/** What each column means, how its days are written, and what rows are that do not say it themselves. */
export const PlanForm = ({
  importId,
  headers,
  samples,
  plan,
  orders,
  own,
  kinds,
  workers,
}: PlanFormProps) => {
  const t = useTranslations('imports')
  const meanings = [...toOptions(FIELDS.codes, (one) => t(`field.${one}`)), ...own]
  return (
    <Form
      schema={() => import('@/lib/imports/import.schema').then((room) => room.planSchema)}
      defaultValues={{ importId, ...plan, columns: [...plan.columns], said: [] }}
      action={planImport}
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
        {headers.map((header, index) => {
          const values = samples[index] ?? []
          return (
            <Select
              // Two columns may bear one heading: the place is what tells them apart.
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are never moved or added
              key={index}
              name={`columns.${index}`}
              label={t('plan.column', {
                number: index + 1,
                header: header === '' ? t('plan.noHeader') : header,
              })}
              hint={values.length === 0 ? t('plan.empty') : t('plan.samples', { values: values.join(' · ') })}
              empty={t('plan.leave')}
              options={meanings}
            />
          )
        })}
      </div>
      {orders === null ? null : (
        <RadioGroup
          name="dateOrder"
          label={t('plan.order')}
          hint={t('plan.orderHint')}
          options={(['dmy', 'mdy'] as const).map((value) => ({
            value,
            label: t(`plan.${value}`, { examples: orders[value] }),
          }))}
        />
      )}
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
        <Select name="kind" label={t('plan.kind')} empty={t('plan.choose')} options={kinds} />
        <Select name="workerId" label={t('plan.worker')} empty={t('plan.choose')} options={workers} />
      </div>
      <FormFooter>{t('plan.do')}</FormFooter>
    </Form>
  )
}
