'use client'
import { CheckboxGroup, RadioGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { recordDeadline } from '@/lib/deadlines/deadline.actions'
import { DETAINED_ANSWERS } from '@/lib/deadlines/detained.rules'
import { LETTER_KINDS, LETTER_UNITS, NOTIFICATIONS } from '@/lib/deadlines/notification.rules'
import type { Asked, RecordFields } from '@/lib/deadlines/record.view'
import type { Day } from '@/lib/shared/dates'
import { useDeadlineLabels } from './deadline-labels'

/** Records what started a clock; only what its rules ask about is asked. */
export const RecordForm = ({
  asked,
  fields,
  doneHref,
  today,
}: {
  asked: Asked
  fields: RecordFields
  doneHref: string
  today: Day
}) => {
  const { t } = useDeadlineLabels()
  return (
    <Form
      schema={() => import('@/lib/deadlines/deadline.schema').then((room) => room.recordSchema)}
      defaultValues={fields}
      action={recordDeadline}
      draftKey={`deadline:${fields.caseId}:${fields.event}:${fields.replaces}`}
      onSaved={(_value, goOn) => goOn(doneHref)}
    >
      {({ watch }) => (
        <>
          <DateField
            name="happenedOn"
            label={t('form.happenedOn')}
            today={today}
            {...(asked.isNotified ? { hint: t('form.happenedOnHint') } : {})}
          />
          {asked.hasHour ? <TextField name="happenedAt" label={t('form.happenedAt')} maxLength={5} /> : null}
          {asked.isNotified ? (
            <Select
              name="notification"
              label={t('form.notification')}
              empty={t('form.notificationNone')}
              options={NOTIFICATIONS.codes.map((value) => ({ value, label: t(`notification.${value}`) }))}
            />
          ) : null}
          {asked.asksDetained ? (
            <RadioGroup
              name="held"
              label={t('held.question')}
              hint={t('held.hint')}
              options={DETAINED_ANSWERS.codes.map((value) => ({ value, label: t(`held.${value}`) }))}
            />
          ) : null}
          {asked.facts.length === 0 ? null : (
            <CheckboxGroup
              name="facts"
              label={t('form.facts')}
              hint={t('form.factsHint')}
              options={asked.facts.map((value) => ({ value, label: t(`fact.${value}`) }))}
            />
          )}
          {asked.hasRegime ? (
            <DateField name="lodgedOn" label={t('form.lodgedOn')} hint={t('form.lodgedOnHint')} />
          ) : null}
          {asked.hasRegistration ? (
            <DateField name="registeredOn" label={t('form.registeredOn')} hint={t('form.registeredOnHint')} />
          ) : null}
          <RadioGroup
            name="letterKind"
            label={t('form.letterKind')}
            options={LETTER_KINDS.codes.map((value) => ({ value, label: t(`letterKind.${value}`) }))}
          />
          {watch('letterKind') === 'period' ? (
            <>
              <TextField name="letterAmount" label={t('form.letterAmount')} maxLength={3} />
              <Select
                name="letterUnit"
                label={t('form.letterUnit')}
                options={LETTER_UNITS.codes.map((value) => ({ value, label: t(`unit.${value}`) }))}
              />
            </>
          ) : null}
          {watch('letterKind') === 'lastDay' ? (
            <DateField name="letterOn" label={t('form.letterOn')} />
          ) : null}
          <FormFooter>{t('form.save')}</FormFooter>
        </>
      )}
    </Form>
  )
}
