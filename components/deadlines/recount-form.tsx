'use client'
import { RadioGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { answerRecount } from '@/lib/deadlines/recount.actions'
import { RECOUNT_ANSWERS } from '@/lib/deadlines/recount-answer.rules'
import { useDeadlineLabels } from './deadline-labels'

/** Which of two days counts. */
export const RecountForm = ({
  caseId,
  deadlineId,
  version,
  ruleId,
}: {
  caseId: string
  deadlineId: string
  version: number
  ruleId: string | null
}) => {
  const { t } = useDeadlineLabels()
  return (
    <Form
      schema={() => import('@/lib/deadlines/deadline.schema').then((room) => room.recountSchema)}
      defaultValues={{ caseId, deadlineId, version, ruleId, answer: 'accept', reason: '' }}
      action={answerRecount}
      draftKey={`deadline:recount:${deadlineId}`}
    >
      <RadioGroup
        name="answer"
        label={t('recount.question')}
        options={RECOUNT_ANSWERS.codes.map((value) => ({
          value,
          label: t(value === 'accept' && ruleId === null ? 'recount.drop' : `recount.${value}`),
        }))}
      />
      <TextArea name="reason" label={t('recount.reason')} hint={t('recount.reasonHint')} />
      <FormFooter>{t('recount.save')}</FormFooter>
    </Form>
  )
}
