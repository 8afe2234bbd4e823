'use client'
import { Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import { AIDS, MANDATE_ENDS } from '@/lib/asylum/mandate.rules'
import type { MandateInput } from '@/lib/asylum/mandate.schema'
import { saveMandate } from '@/lib/asylum/register.actions'
import type { Option } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import { useAsylumLabels } from './asylum-labels'

/** Who acts for someone, new or as it is known. */
export const MandateForm = ({
  fields,
  ways,
  today,
}: {
  fields: MandateInput
  ways: readonly Option[]
  today: Day
}) => {
  const { t } = useAsylumLabels()
  return (
    <Form
      schema={() => import('@/lib/asylum/mandate.schema').then((room) => room.mandate.schema)}
      defaultValues={fields}
      action={saveMandate}
      draftKey={`asylum:mandate:${fields.caseId}:${fields.subjectId}`}
    >
      <TextField name="who" label={t('mandate.who')} hint={t('mandate.whoHint')} isName />
      <Select
        name="aid"
        label={t('mandate.aidLabel')}
        options={AIDS.codes.map((value) => ({ value, label: t(`mandate.aid.${value}`) }))}
      />
      {ways.length < 2 ? null : (
        <Select
          name="applicationId"
          label={t('mandate.wayLabel')}
          empty={t('mandate.wayNone')}
          options={ways}
        />
      )}
      <DateField name="askedOn" label={t('mandate.askedOn')} today={today} />
      <DateField name="grantedOn" label={t('mandate.grantedOn')} />
      <Select
        name="endReason"
        label={t('mandate.endLabel')}
        empty={t('mandate.endNone')}
        options={MANDATE_ENDS.codes.map((value) => ({ value, label: t(`mandate.end.${value}`) }))}
      />
      <DateField name="endedOn" label={t('mandate.endedOn')} />
      <TextArea name="words" label={t('mandate.words')} rows={2} dir="auto" />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
