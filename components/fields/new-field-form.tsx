'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import { Notice } from '@/components/ui/notice'
import { addField } from '@/lib/fields/field.actions'
import { classesFor, FIELD_PARTS, FIELD_TYPES, looksSensitive } from '@/lib/fields/field.rules'
import type { NewFieldInput } from '@/lib/fields/field.schema'
import { FIELD_OWNERS, rulesOf } from '@/lib/fields/owner.rules'
import type { Locale } from '@/lib/i18n/locales'
import { WordsFields } from './words-fields'

/** No type and no protection: they can never be changed, so nothing is chosen beforehand. */
const EMPTY: Omit<NewFieldInput, 'type' | 'fieldClass'> &
  Partial<Pick<NewFieldInput, 'type' | 'fieldClass'>> = {
  labels: { en: '', fr: '', nl: '', de: '' },
  owner: 'file',
  decimals: '0',
  part: 'overview',
  options: '',
  because: '',
}

/** A new field: what it is called, what it is about, and what can never be changed. The rest is said on its own page. */
export const NewFieldForm = ({ languages }: { languages: readonly Locale[] }) => {
  const t = useTranslations('fields.editor')
  return (
    <Form
      schema={() => import('@/lib/fields/field.schema').then((room) => room.newFieldSchema)}
      defaultValues={EMPTY}
      action={addField}
      draftKey="field:new"
      onSaved={({ fieldId }, goOn) => goOn(`/settings/fields/${fieldId}`)}
    >
      {(form) => {
        const { owner, type, fieldClass, labels } = form.watch()
        const isList = type === 'one' || type === 'several'
        return (
          <>
            <WordsFields name="labels" kind="label" languages={languages} isWanted />
            <ChipGroup
              name="owner"
              label={t('owner.label')}
              hint={t(`where.${owner}`)}
              options={FIELD_OWNERS.codes.map((value) => ({ value, label: t(`owner.${value}`) }))}
            />
            <Select
              name="type"
              label={t('type.label')}
              hint={t('type.hint')}
              empty={t('type.choose')}
              options={FIELD_TYPES.codes.map((value) => ({ value, label: t(`type.${value}`) }))}
            />
            {isList ? (
              <TextArea name="options" label={t('options.label')} hint={t('options.hint')} dir="auto" />
            ) : null}
            {type === 'amount' ? <TextField name="decimals" label={t('decimals')} width="number" /> : null}
            <ChipGroup
              name="fieldClass"
              label={t('class.label')}
              hint={t('class.hint')}
              options={classesFor({ owner }).map((value) => ({ value, label: t(`class.${value}`) }))}
            />
            {fieldClass !== 'sensitive' && looksSensitive(labels) ? (
              <Notice kind="late">{t('looksSensitive')}</Notice>
            ) : null}
            {rulesOf({ owner }).hasPart ? (
              <ChipGroup
                name="part"
                label={t('part.label')}
                options={FIELD_PARTS.codes.map((value) => ({ value, label: t(`part.${value}`) }))}
              />
            ) : null}
            <TextArea name="because" rows={1} label={t('because.label')} hint={t('because.hint')} />
            <FormFooter>{t('add')}</FormFooter>
          </>
        )
      }}
    </Form>
  )
}
