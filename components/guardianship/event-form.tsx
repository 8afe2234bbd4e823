'use client'
import { useTranslations } from 'next-intl'
import { CheckboxGroup, RadioGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import { WhenField } from '@/components/forms/when-field'
import type { Option } from '@/lib/cases/word.view'
import { recordGuardianship } from '@/lib/guardianship/event.actions'
import type { EventFields } from '@/lib/guardianship/event.view'
import { type Ask, SHAPES } from '@/lib/guardianship/shape.rules'
import type { Day } from '@/lib/shared/dates'
import type { Choices } from './guardianship-labels'

export type EventFormProps = {
  readonly fields: EventFields
  readonly choices: Choices & { readonly notification: readonly Option[] }
  /** What it may answer, where it answers something. */
  readonly answerable: readonly Option[]
  /** The minors of the file, where there are several. */
  readonly people: readonly Option[]
  readonly doneHref: string
  readonly today: Day
}

/** The questions of a kind that are answered from a list. */
const useQuestions = () => {
  const t = useTranslations('guardianship.field')
  return {
    outcome: {
      reported: t('how'),
      age_assessed: t('result'),
      decided: t('decision'),
      guardian_ended: t('endReason'),
      solution: t('step'),
      found: t('foundHow'),
    },
    form: {
      reported: t('byWhom'),
      age_doubted: t('doubtedBy'),
      age_assessed: t('method'),
      report_sent: t('report'),
      placed: t('arrangement'),
      told: t('toldTo'),
    },
  } satisfies Record<string, Partial<Record<EventFields['kind'], string>>>
}
const of = (labels: Partial<Record<EventFields['kind'], string>>, kind: EventFields['kind']): string =>
  labels[kind] ?? ''

/** Records something that happened; only what its kind asks is shown. */
export const EventForm = ({ fields, choices, answerable, people, doneHref, today }: EventFormProps) => {
  const t = useTranslations('guardianship')
  const questions = useQuestions()
  const { kind } = fields
  const { asks, must, concerns } = SHAPES[kind]
  const has = (ask: Ask): boolean => asks.includes(ask)
  const line = (ask: 'who' | 'service' | 'language' | 'reference' | 'place') =>
    has(ask) ? (
      <TextField
        name={ask}
        label={ask === 'who' && must.includes('who') ? t('field.guardian') : t(`field.${ask}`)}
        dir="auto"
        spellCheck={false}
        maxLength={200}
      />
    ) : null
  const choice = (ask: 'consent' | 'phase' | 'worrying') =>
    has(ask) ? (
      <Select name={ask} label={t(`field.${ask}`)} empty={t('field.notRecorded')} options={choices[ask]} />
    ) : null
  return (
    <Form
      schema={() => import('@/lib/guardianship/event.schema').then((room) => room.eventSchema)}
      defaultValues={fields}
      action={recordGuardianship}
      draftKey={`guardianship:event:${fields.caseId}:${fields.personId}:${kind}:${fields.replaces}${kind === 'told' ? fields.form : ''}`}
      onSaved={({ eventId }, goOn) => goOn(`${doneHref}&recorded=${eventId}#guardianship`)}
    >
      {people.length < 2 ? null : (
        <Select name="personId" label={t('field.person')} empty={t('field.none')} options={people} />
      )}
      {concerns === null || answerable.length === 1 ? null : (
        <Select
          name="concerns"
          label={t('field.concerns')}
          empty={t('field.none')}
          {...(answerable.length === 0 ? { hint: t('field.concernsEmpty') } : {})}
          options={answerable}
        />
      )}
      {line('who')}
      {has('phone') ? <TextField name="phone" label={t('field.phone')} type="tel" width="name" /> : null}
      {line('service')}
      {line('language')}
      {choices.form.length === 0 ? null : (
        <Select name="form" label={of(questions.form, kind)} empty={t('field.none')} options={choices.form} />
      )}
      {choices.outcome.length === 0 ? null : (
        <Select
          name="outcome"
          label={of(questions.outcome, kind)}
          empty={t('field.none')}
          options={choices.outcome}
        />
      )}
      <WhenField name="on" label={t('field.on')} hint={t('field.onHint')} />
      {has('at') ? <TextField name="at" label={t('field.at')} type="time" width="short" /> : null}
      {has('notified') ? (
        <>
          <DateField
            name="notifiedOn"
            label={t('field.notifiedOn')}
            hint={t('field.notifiedOnHint')}
            today={today}
          />
          <Select
            name="notification"
            label={t('field.notification')}
            empty={t('field.notRecorded')}
            options={choices.notification}
          />
        </>
      ) : null}
      {has('atBorder') ? (
        <>
          <CheckboxGroup
            name="extras"
            label={t('field.extras')}
            options={[{ value: 'atBorder', label: t('atBorder') }]}
          />
          <DateField
            name="arrivedOn"
            label={t('field.arrivedOn')}
            hint={t('field.arrivedOnHint')}
            today={today}
          />
        </>
      ) : null}
      {has('informed') ? (
        <RadioGroup
          name="informed"
          label={t('field.informed')}
          options={[{ value: '', label: t('field.notRecorded') }, ...choices.informed]}
        />
      ) : null}
      {choice('consent')}
      {has('tested') ? (
        <div className="flex flex-wrap gap-4">
          <TextField name="ageTested" label={t('field.ageTested')} width="number" inputMode="decimal" />
          <TextField
            name="ageMargin"
            label={t('field.ageMargin')}
            hint={t('field.ageHint')}
            width="number"
            inputMode="decimal"
          />
        </div>
      ) : null}
      {line('place')}
      {choice('phase')}
      {choice('worrying')}
      {has('factors') ? (
        <CheckboxGroup name="factors" label={t('field.factors')} options={choices.factors} />
      ) : null}
      {line('reference')}
      <TextArea
        name="words"
        label={kind === 'missing' ? t('field.circumstances') : t('field.words')}
        rows={3}
        dir="auto"
      />
      <FormFooter>{t('field.save')}</FormFooter>
    </Form>
  )
}
