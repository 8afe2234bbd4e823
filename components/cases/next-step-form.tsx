'use client'
import { useLocale, useTranslations } from 'next-intl'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { formatTime } from '@/components/ui/time'
import { editNextStep } from '@/lib/cases/case.actions'
import { type Day, isDay } from '@/lib/shared/dates'

/** Changes the next step; without text there is none. */
export const NextStepForm = (step: { caseId: string; version: number; text: string; on: Day | '' }) => {
  const t = useTranslations('cases.step')
  const locale = useLocale()
  return (
    <Form
      schema={() => import('@/lib/cases/file.schema').then((room) => room.nextStepSchema)}
      defaultValues={step}
      action={editNextStep}
      draftKey={`step:${step.caseId}`}
      outboxAction="editNextStep"
      showValue={(_name, value) => {
        if (typeof value !== 'string' || value === '') return t('none')
        return isDay(value) ? formatTime(locale, value, 'weekday') : value
      }}
    >
      <TextArea name="text" label={t('what')} hint={t('whatHint')} rows={2} dir="auto" />
      <DateField name="on" label={t('on')} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
