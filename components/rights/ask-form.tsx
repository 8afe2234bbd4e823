'use client'
import { useTranslations } from 'next-intl'
import { CheckboxGroup, RadioGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { askErasure } from '@/lib/rights/erasure.actions'
import { GROUNDS, listGrounds } from '@/lib/rights/erasure.rules'

/** Proposes that one file be erased, or those that are ticked. */
export const AskForm = ({
  caseIds,
  files = [],
}: {
  caseIds: readonly string[]
  files?: readonly { readonly value: string; readonly label: string; readonly hint: string }[]
}) => {
  const t = useTranslations('rights')
  return (
    <Form
      schema={() => import('@/lib/rights/erasure.schema').then((room) => room.askErasureSchema)}
      defaultValues={{ caseIds: [...caseIds], ground: '', words: '' }}
      action={askErasure}
      draftKey={`erasure:${caseIds.join()}`}
    >
      {files.length === 0 ? null : <CheckboxGroup name="caseIds" label={t('ask.files')} options={files} />}
      <RadioGroup
        name="ground"
        label={t('ask.ground')}
        options={listGrounds().map((value) => ({ value, label: t(`ground.${value}`), hint: GROUNDS[value] }))}
      />
      <TextArea name="words" label={t('ask.words')} hint={t('ask.wordsHint')} rows={2} dir="auto" />
      <FormFooter>{t('ask.save')}</FormFooter>
    </Form>
  )
}
