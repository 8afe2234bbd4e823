'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { setFieldState, undoFieldEdition } from '@/lib/fields/field.actions'

/** Retires a field or brings it back, with the reason. */
export const StateForm = ({
  fieldId,
  version,
  state,
}: {
  fieldId: string
  version: number
  state: 'live' | 'retired'
}) => {
  const t = useTranslations('fields.editor')
  return (
    <Form
      key={version}
      schema={() => import('@/lib/fields/field.schema').then((room) => room.fieldStateSchema)}
      defaultValues={{ fieldId, version, state, because: '' }}
      action={setFieldState}
      draftKey={`field:state:${fieldId}`}
    >
      {state === 'retired' ? <p className="text-sm text-muted">{t('retireWhat')}</p> : null}
      <TextArea name="because" rows={1} label={t('because.change')} hint={t('because.hint')} />
      <FormFooter>{t(state === 'retired' ? 'retire' : 'bringBack')}</FormFooter>
    </Form>
  )
}

/** Publishes the edition before the last one again. */
export const UndoForm = ({ fieldId, version }: { fieldId: string; version: number }) => {
  const t = useTranslations('fields.editor')
  return (
    <Form
      key={version}
      schema={() => import('@/lib/fields/field.schema').then((room) => room.undoFieldSchema)}
      defaultValues={{ fieldId, version, because: '' }}
      action={undoFieldEdition}
      draftKey={`field:undo:${fieldId}`}
    >
      <TextArea name="because" rows={1} label={t('because.change')} hint={t('because.hint')} />
      <FormFooter>{t('undo')}</FormFooter>
    </Form>
  )
}
