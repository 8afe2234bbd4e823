'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { editDetails } from '@/lib/cases/case.actions'
import { isClosed } from '@/lib/cases/case.rules'
import type { Option } from '@/lib/cases/word.view'

type Props = {
  readonly caseId: string
  readonly version: number
  readonly status: string
  readonly risk: string
  readonly statuses: readonly Option[]
  readonly risks: readonly Option[]
}

export const DetailsForm = ({ caseId, version, status, risk, statuses, risks }: Props) => {
  const t = useTranslations('cases.details')
  const column = useTranslations('cases.column')
  const labels = new Map([...statuses, ...risks].map(({ value, label }) => [value, label]))
  return (
    <Form
      schema={() => import('@/lib/cases/file.schema').then((room) => room.detailsSchema)}
      defaultValues={{ caseId, version, status, risk }}
      action={editDetails}
      showValue={(_name, value) => (typeof value === 'string' ? (labels.get(value) ?? '–') : '–')}
    >
      {isClosed(status) ? null : (
        <Select
          name="status"
          label={column('status')}
          options={statuses.filter(({ value }) => !isClosed(value))}
        />
      )}
      <Select name="risk" label={t('risk')} options={risks} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
