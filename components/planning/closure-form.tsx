'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { setClosure } from '@/lib/planning/closure.actions'
import { CLOSURE_REASONS } from '@/lib/planning/conflict.rules'

export const ClosureForm = ({
  places,
}: {
  places: readonly { readonly value: string; readonly label: string }[]
}) => {
  const t = useTranslations('planning')
  return (
    <Form
      schema={() => import('@/lib/planning/closure.schema').then((room) => room.closureSchema)}
      defaultValues={{ placeId: places[0]?.value ?? '', from: '', until: '', reason: 'unknown' }}
      action={setClosure}
    >
      <Select name="placeId" label={t('centre')} options={places} />
      <div className="flex flex-wrap gap-x-8 gap-y-5">
        <DateField name="from" label={t('closures.from')} />
        <DateField name="until" label={t('closures.until')} />
      </div>
      <ChipGroup
        name="reason"
        label={t('closures.reason')}
        options={CLOSURE_REASONS.codes.map((value) => ({ value, label: t(`closureReason.${value}`) }))}
      />
      <FormFooter>{t('closures.save')}</FormFooter>
    </Form>
  )
}
