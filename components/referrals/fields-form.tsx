'use client'
import { useTranslations } from 'next-intl'
import { CheckboxGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales'
import { type Field, MINIMUM, offered, TRAFFICKING_MINIMUM } from '@/lib/referrals/field.rules'
import { chooseFields } from '@/lib/referrals/referral.actions'

/** Which fields of the file leave the organisation: the least is ticked, the preview beside it shows them as they leave. */
export const FieldsForm = ({
  row,
  isTrafficking,
}: {
  row: {
    readonly caseId: string
    readonly subjectId: string
    readonly revision: number
    readonly fields: readonly Field[]
    readonly language: Locale
  }
  isTrafficking: boolean
}) => {
  const t = useTranslations('referrals')
  const { caseId, subjectId, revision, fields, language } = row
  const least = isTrafficking ? TRAFFICKING_MINIMUM : MINIMUM
  return (
    <Form
      schema={() => import('@/lib/referrals/referral.schema').then((room) => room.fieldsSchema)}
      defaultValues={{ caseId, subjectId, version: revision, fields: [...fields], language }}
      action={chooseFields}
      draftKey={`referral:fields:${subjectId}`}
    >
      <CheckboxGroup
        name="fields"
        label={t('fields')}
        hint={t('fieldsHint')}
        options={offered(isTrafficking).map((value) => ({
          value,
          label: t(`field.${value}`),
          ...(least.includes(value) ? {} : { hint: t('fieldExtra') }),
        }))}
      />
      <Select
        name="language"
        label={t('languageLabel')}
        options={toOptions(LOCALES.codes, (one) => LOCALE_NAMES[one])}
      />
      <FormFooter>{t('fieldsSave')}</FormFooter>
    </Form>
  )
}
