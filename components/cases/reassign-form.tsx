'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { type Named, namedOptions } from '@/components/forms/options'
import { TextArea } from '@/components/forms/text-field'
import { assignFile } from '@/lib/cases/case.actions'

type Props = {
  readonly caseId: string
  readonly code: string
  readonly version: number
  readonly worker: Named
  readonly colleagues: readonly Named[]
}

export const ReassignForm = ({ caseId, code, version, worker, colleagues }: Props) => {
  const t = useTranslations('cases.reassign')
  const router = useRouter()
  const nameOf = (id: unknown): string => [worker, ...colleagues].find((one) => one.id === id)?.name ?? '–'
  return (
    <Form
      schema={() => import('@/lib/cases/file.schema').then((room) => room.assignmentSchema)}
      defaultValues={{ caseId, version, toStaffId: '', reason: '' }}
      action={assignFile}
      draftKey={`assign:${caseId}`}
      outboxAction="assignFile"
      showValue={(name, value) => (name === 'toStaffId' ? nameOf(value) : String(value))}
      onSaved={() => router.push(`/cases/${code}?file=${caseId}`)}
    >
      <Select name="toStaffId" label={t('to')} empty={t('choose')} options={namedOptions(colleagues)} />
      <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
