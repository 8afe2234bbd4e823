'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { reopenFile } from '@/lib/closings/closing.actions'

/** Why a closed file is opened again. */
export const ReopenForm = ({ caseId, code, version }: { caseId: string; code: string; version: number }) => {
  const t = useTranslations('closings')
  return (
    <Form
      schema={() => import('@/lib/closings/closing.schema').then((room) => room.reopenFileSchema)}
      defaultValues={{ caseId, version, words: '' }}
      action={reopenFile}
      draftKey={`reopening:${caseId}`}
      onSaved={(_value, goOn) => goOn(`/cases/${code}?file=${caseId}`)}
    >
      <TextArea name="words" label={t('wordsAgain')} rows={3} />
      <FormFooter>{t('saveAgain')}</FormFooter>
    </Form>
  )
}
