'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { editDetails } from '@/lib/cases/case.actions'
import { isClosed } from '@/lib/cases/case.rules'
import { detailsSchema } from '@/lib/cases/file.schema'
import type { Option } from '@/lib/cases/word.view'

export const DetailsForm = ({
  caseId,
  version,
  status,
  risk,
  closureReason,
  statuses,
  risks,
  reasons,
}: {
  caseId: string
  version: number
  status: string
  risk: string
  closureReason: string
  statuses: readonly Option[]
  risks: readonly Option[]
  reasons: readonly Option[]
}) => {
  const t = useTranslations('cases')
  const router = useRouter()
  const labels = new Map([...statuses, ...risks, ...reasons].map(({ value, label }) => [value, label]))
  return (
    <Form
      schema={detailsSchema}
      defaultValues={{ caseId, version, status, risk, closureReason }}
      action={editDetails}
      showValue={(_name, value) => (typeof value === 'string' ? (labels.get(value) ?? '–') : '–')}
      onSaved={() => router.refresh()}
    >
      {(form) => (
        <>
          <Select name="status" label={t('column.status')} options={statuses} />
          {isClosed(form.watch('status')) ? (
            <Select
              name="closureReason"
              label={t('details.closureReason')}
              empty={t('reassign.choose')}
              options={reasons}
            />
          ) : null}
          <Select name="risk" label={t('details.risk')} options={risks} />
          <FormFooter>{t('details.save')}</FormFooter>
        </>
      )}
    </Form>
  )
}
