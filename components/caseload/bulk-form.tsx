'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { FormAction } from '@/components/forms/reply'
import { TextArea } from '@/components/forms/text-field'
import { changeTogether } from '@/lib/caseload/caseload.actions'
import type { Outcome } from '@/lib/caseload/caseload-bulk.schema'
import type { Option } from '@/lib/cases/word.view'
import { useSelection } from './caseload-selection'

export type BulkKind = 'worker' | 'stepOn' | 'status'

type Props = {
  readonly kind: BulkKind
  readonly colleagues: readonly Option[]
  readonly statuses: readonly Option[]
  readonly onDone: (outcome: Outcome) => void
}

/** One change for the chosen files. The form holds the change; which files are meant is added on the way. */
export const BulkForm = ({ kind, colleagues, statuses, onDone }: Props) => {
  const t = useTranslations('bulk')
  const { count, selection } = useSelection()
  const action: FormAction<Outcome> = async ({ requestId, input }) => {
    const answer = await changeTogether({ requestId, input: { selection, change: input } })
    if (answer.ok || answer.fields === undefined) return answer
    const fields = Object.entries(answer.fields).map(([path, code]) => [path.replace(/^change\./, ''), code])
    return { ...answer, fields: Object.fromEntries(fields) }
  }
  const footer: ReactNode = <FormFooter>{t('save', { count })}</FormFooter>
  switch (kind) {
    case 'worker':
      return (
        <Form
          schema={() => import('@/lib/caseload/caseload-bulk.schema').then((room) => room.workerChange)}
          defaultValues={{ kind: 'worker', toStaffId: '', reason: '' }}
          action={action}
          onSaved={onDone}
        >
          <Select name="toStaffId" label={t('to')} empty={t('choose')} options={colleagues} />
          <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} />
          {footer}
        </Form>
      )
    case 'stepOn':
      return (
        <Form
          schema={() => import('@/lib/caseload/caseload-bulk.schema').then((room) => room.stepChange)}
          defaultValues={{ kind: 'stepOn', on: '' }}
          action={action}
          onSaved={onDone}
        >
          <DateField name="on" label={t('on')} />
          {footer}
        </Form>
      )
    case 'status':
      return (
        <Form
          schema={() => import('@/lib/caseload/caseload-bulk.schema').then((room) => room.statusChange)}
          defaultValues={{ kind: 'status', status: '' }}
          action={action}
          onSaved={onDone}
        >
          <Select name="status" label={t('statusLabel')} empty={t('choose')} options={statuses} />
          {footer}
        </Form>
      )
  }
}
