'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { answerReport } from '@/lib/countries/mistake.actions'
import { MISTAKE_OUTCOMES } from '@/lib/countries/mistake.rules'

/** What an admin did about a mistake; the one who reported it reads the words. */
export const AnswerMistake = ({ mistakeId }: { mistakeId: string }) => {
  const t = useTranslations('keeping')
  return (
    <Form
      schema={() => import('@/lib/countries/mistake.schema').then((room) => room.mistakeAnswerSchema)}
      defaultValues={{ mistakeId, outcome: 'corrected', answer: '' }}
      action={answerReport}
      draftKey={`mistake-answer:${mistakeId}`}
    >
      <Select
        name="outcome"
        label={t('done')}
        options={MISTAKE_OUTCOMES.codes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
      />
      <TextArea name="answer" label={t('doneWords')} hint={t('doneHint')} rows={2} dir="auto" />
      <FormFooter>{t('answer')}</FormFooter>
    </Form>
  )
}
