'use client'
import { Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { saveScreening } from '@/lib/asylum/register.actions'
import { DOMAINS, LEVELS } from '@/lib/asylum/screening.rules'
import type { ScreeningInput } from '@/lib/asylum/screening.schema'
import type { Option } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import { useAsylumLabels } from './asylum-labels'

/** A screening of vulnerability: nothing is seen before someone has looked, so every domain begins as not looked at. */
export const ScreeningForm = ({
  fields,
  people,
  today,
}: {
  fields: ScreeningInput
  people: readonly Option[]
  today: Day
}) => {
  const { t } = useAsylumLabels()
  return (
    <Form
      schema={() => import('@/lib/asylum/screening.schema').then((room) => room.screening.schema)}
      defaultValues={fields}
      action={saveScreening}
      draftKey={`asylum:screening:${fields.caseId}:${fields.subjectId}`}
    >
      <p className="max-w-prose text-sm text-muted">{t('screening.what')}</p>
      {people.length < 2 ? null : (
        <Select name="personId" label={t('need.person')} empty={t('need.choose')} options={people} />
      )}
      <DateField name="screened" label={t('screening.on')} today={today} />
      <TextField
        name="screener"
        label={t('screening.screener')}
        hint={t('screening.screenerHint')}
        isName
        width="name"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {DOMAINS.codes.map((domain) => (
          <Select
            key={domain}
            name={domain}
            label={t(`screening.domain.${domain}`)}
            options={toOptions(LEVELS.codes, (level) => t(`screening.level.${level}`))}
          />
        ))}
      </div>
      <TextArea
        name="words"
        label={t('screening.words')}
        hint={t('screening.wordsHint')}
        rows={3}
        dir="auto"
      />
      <DateField name="again" label={t('screening.again')} hint={t('screening.againHint')} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
