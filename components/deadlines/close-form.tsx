'use client'
import { Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { closeDeadline } from '@/lib/deadlines/deadline.actions'
import type { Linkable } from '@/lib/deadlines/linkable.data'
import type { Act } from '@/lib/deadlines/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { useDeadlineLabels } from './deadline-labels'

const LABELS = {
  encounter: 'linkedEncounter',
  asylum_event: 'linkedEvent',
  detention_event: 'linkedDetention',
} as const

/** Closes a deadline by what was done: an entry of the file that tells of it, or words that become one. */
export const CloseForm = ({
  caseId,
  deadlineId,
  version,
  acts,
  linkable,
  today,
}: {
  caseId: string
  deadlineId: string
  version: number
  acts: readonly Act[]
  linkable: readonly Linkable[]
  today: Day
}) => {
  const { t, day } = useDeadlineLabels()
  const [first = 'waived'] = acts
  return (
    <Form
      schema={() => import('@/lib/deadlines/deadline.schema').then((room) => room.closeSchema)}
      defaultValues={{ caseId, deadlineId, version, act: first, on: '', linked: '', text: '' }}
      action={closeDeadline}
      draftKey={`deadline:close:${deadlineId}`}
    >
      <Select
        name="act"
        label={t('form.act')}
        options={acts.map((value) => ({ value, label: t(`act.${value}`) }))}
      />
      <DateField name="on" label={t('form.actOn')} today={today} />
      <Select
        name="linked"
        label={t('form.linked')}
        empty={t('form.linkedNew')}
        options={linkable.map((entry) => ({
          value: `${entry.type}:${entry.id}`,
          label:
            entry.type === 'note'
              ? t('form.linkedNote', { on: day(entry.on), name: entry.by })
              : t(`form.${LABELS[entry.type]}`, { on: day(entry.on) }),
        }))}
      />
      <TextArea name="text" label={t('form.text')} hint={t('form.textHint')} />
      <FormFooter>{t('form.closeIt')}</FormFooter>
    </Form>
  )
}
