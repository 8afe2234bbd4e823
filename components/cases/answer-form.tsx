'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { answerSignal } from '@/lib/cases/note.actions'

/** What was done about a worry; it is answered once. */
export const AnswerForm = (which: { signalId: string; caseId: string; version: number }) => {
  const t = useTranslations('cases.signal')
  return (
    <Form
      schema={() => import('@/lib/cases/file.schema').then((room) => room.answerSchema)}
      defaultValues={{ ...which, text: '' }}
      action={answerSignal}
      draftKey={`signal:${which.signalId}`}
      outboxAction="answerSignal"
    >
      <TextArea name="text" label={t('what')} rows={2} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
