'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { setTemplateState } from '@/lib/letters/template.actions'
import type { TemplateState } from '@/lib/letters/template.rules'

/** Retires a template or brings it back, with the reason. */
export const TemplateStateForm = ({
  templateId,
  version,
  state,
}: {
  templateId: string
  version: number
  state: TemplateState
}) => {
  const t = useTranslations('letters.editor')
  return (
    <Form
      key={version}
      schema={() => import('@/lib/letters/template.schema').then((room) => room.templateStateSchema)}
      defaultValues={{ templateId, version, state, because: '' }}
      action={setTemplateState}
      draftKey={`template:state:${templateId}`}
    >
      {state === 'retired' ? <p className="text-sm text-muted">{t('retireWhat')}</p> : null}
      <TextArea name="because" rows={1} label={t('because')} hint={t('becauseHint')} dir="auto" />
      <FormFooter>{t(state === 'retired' ? 'retire' : 'bringBack')}</FormFooter>
    </Form>
  )
}
