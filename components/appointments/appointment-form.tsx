'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { ChipGroup, type Option, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { MoreFields } from '@/components/forms/more-fields'
import { type Named, namedOptions, toOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { saveAppointment } from '@/lib/appointments/appointment.actions'
import {
  APPOINTMENT_KINDS,
  APPOINTMENT_STATES,
  hasReason,
  INTERPRETER_STATES,
  INTERPRETER_WAYS,
} from '@/lib/appointments/appointment.rules'
import type { AppointmentInput } from '@/lib/appointments/appointment.schema'
import type { NamedCode } from '@/lib/people/country-list.rules'

/** Someone to choose, in words, with the languages into which they interpret. */
export type InterpreterOption = Option & { readonly languages: readonly string[] }

/** How and by whom is interpreted: asked once a language is chosen. */
const InterpreterFields = ({
  interpreters,
  named,
}: {
  interpreters: readonly InterpreterOption[]
  named: string
}) => {
  const t = useTranslations('appointments')
  const { interpreterLanguage = '', booked = '' } = useWatch<AppointmentInput>()
  if (interpreterLanguage === '') return null
  const offered = interpreters.filter(
    ({ value, languages }) => value === booked || value === named || languages.includes(interpreterLanguage),
  )
  return (
    <>
      {offered.length === 0 ? null : (
        <Select name="booked" label={t('field.booked')} empty={t('field.bookedNone')} options={offered} />
      )}
      {booked === '' ? <TextField name="interpreter" label={t('field.interpreter')} isName /> : null}
      <Select
        name="interpreterWay"
        label={t('field.way')}
        empty={t('field.wayNone')}
        options={toOptions(INTERPRETER_WAYS.codes, (way) => t(`way.${way}`))}
      />
      <Select
        name="interpreterState"
        label={t('field.asked')}
        empty={t('field.askedNone')}
        options={toOptions(INTERPRETER_STATES.codes, (state) => t(`asked.${state}`))}
      />
    </>
  )
}

/** What became of it, and why or what it brought. */
const StateFields = () => {
  const t = useTranslations('appointments')
  const { state = 'planned' } = useWatch<AppointmentInput>()
  return (
    <>
      <ChipGroup
        name="state"
        label={t('field.state')}
        options={toOptions(APPOINTMENT_STATES.codes, (code) => t(`state.${code}`))}
      />
      {hasReason(state) ? <TextArea name="reason" label={t('field.reason')} rows={2} dir="auto" /> : null}
      {state === 'kept' ? <TextArea name="outcome" label={t('field.outcome')} rows={2} dir="auto" /> : null}
    </>
  )
}

/** An appointment, new or as it is known. What became of it is asked of one that is there already. */
export const AppointmentForm = ({
  fields,
  people,
  places,
  colleagues,
  languages,
  interpreters,
}: {
  fields: AppointmentInput
  people: readonly Named[]
  places: readonly Named[]
  colleagues: readonly Named[]
  /** Named by the server: a browser may know other names. */
  languages: readonly NamedCode[]
  interpreters: readonly InterpreterOption[]
}) => {
  const t = useTranslations('appointments')
  return (
    <Form
      schema={() => import('@/lib/appointments/appointment.schema').then((room) => room.appointment.schema)}
      defaultValues={fields}
      action={saveAppointment}
      draftKey={`appointment:${fields.caseId}:${fields.subjectId}`}
    >
      {fields.subjectId === '' ? null : <StateFields />}
      {people.length < 2 ? null : (
        <Select name="personId" label={t('field.person')} options={namedOptions(people)} />
      )}
      <Select
        name="kind"
        label={t('field.kind')}
        empty={t('field.kindNone')}
        options={toOptions(APPOINTMENT_KINDS.codes, (kind) => t(`kind.${kind}`))}
      />
      <DateField name="on" label={t('field.on')} />
      <div className="flex flex-wrap gap-4">
        <TextField name="startsAt" type="time" label={t('field.startsAt')} width="short" />
        <TextField name="endsAt" type="time" label={t('field.endsAt')} width="short" />
      </div>
      <TextField name="address" label={t('field.address')} hint={t('field.addressHint')} dir="auto" />
      {places.length === 0 ? null : (
        <Select
          name="placeId"
          label={t('field.place')}
          empty={t('field.placeNone')}
          options={namedOptions(places)}
        />
      )}
      <MoreFields
        label={t('field.more')}
        names={[
          'contact',
          'companionId',
          'interpreterLanguage',
          'booked',
          'interpreter',
          'interpreterWay',
          'interpreterState',
          'preparation',
        ]}
      >
        <TextField name="contact" label={t('field.contact')} hint={t('field.contactHint')} isName />
        <Select
          name="companionId"
          label={t('field.companion')}
          empty={t('field.companionNone')}
          options={namedOptions(colleagues)}
        />
        <Select
          name="interpreterLanguage"
          label={t('field.language')}
          empty={t('field.languageNone')}
          options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <InterpreterFields interpreters={interpreters} named={fields.booked} />
        <TextArea name="preparation" label={t('field.preparation')} rows={3} dir="auto" />
      </MoreFields>
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
