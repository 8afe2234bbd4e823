'use client'
import { useTranslations } from 'next-intl'
import { CheckboxGroup, type Option, Select } from '@/components/forms/choices'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { addNumber } from '@/lib/cases/claim.actions'

/** A number of an authority: one more, or the right one in the place of one that was misread. */
export const NumberForm = ({
  caseId,
  personId,
  kinds,
  numbers,
}: {
  caseId: string
  personId: string
  kinds: readonly Option[]
  /** Those that this file may correct. */
  numbers: readonly Option[]
}) => {
  const t = useTranslations('people')
  return (
    <FormAnew
      schema={() => import('@/lib/cases/file.schema').then((room) => room.numberSchema)}
      defaultValues={{
        caseId,
        personId,
        kind: 'immigration_office',
        text: '',
        replacesId: '',
        written: [],
      }}
      action={addNumber}
      draftKey={`number:${caseId}:${personId}`}
    >
      <Select name="kind" label={t('number.field.kind')} options={kinds} />
      <TextField name="text" label={t('number.field.text')} hint={t('number.field.textHint')} width="name" />
      <CheckboxGroup
        name="written"
        label={t('number.field.written')}
        options={[{ value: 'to_confirm', label: t('number.field.toConfirm') }]}
      />
      {numbers.length === 0 ? null : (
        <Select
          name="replacesId"
          label={t('number.field.replaces')}
          options={numbers}
          empty={t('number.field.further')}
        />
      )}
      <FormFooter>{t('number.save')}</FormFooter>
    </FormAnew>
  )
}
