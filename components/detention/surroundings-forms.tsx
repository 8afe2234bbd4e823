'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { editGroup, editObservation } from '@/lib/detention/entry.actions'
import type { VisitSheet } from '@/lib/detention/visit-sheet.view'
import type { NamedCode } from '@/lib/people/country-list.rules'
import { NoteField } from './note-field'

/** Corrects what was seen of the centre; the text of before stays readable. */
export const ObservationForm = ({ observation }: { observation: VisitSheet['observations'][number] }) => {
  const t = useTranslations('detention.sheet')
  const { id, version, text, theme } = observation
  return (
    <Form
      schema={() => import('@/lib/detention/visit.schema').then((room) => room.observationEditSchema)}
      defaultValues={{ observationId: id, version, text }}
      action={editObservation}
      draftKey={`observation:${id}`}
      outboxAction="editObservation"
    >
      <NoteField name="text" label={theme} rows={3} />
      <FormFooter>{t('saveText')}</FormFooter>
    </Form>
  )
}

/** Corrects a group without names: how many, from where, what was talked about. */
export const GroupForm = ({
  group,
  countries,
}: {
  group: VisitSheet['groups'][number]
  countries: readonly NamedCode[]
}) => {
  const t = useTranslations('detention')
  const { id, version, people, countryCode, note } = group
  return (
    <Form
      schema={() => import('@/lib/detention/visit.schema').then((room) => room.groupEditSchema)}
      defaultValues={{ groupId: id, version, people: String(people), country: countryCode, note }}
      action={editGroup}
      draftKey={`group:${id}`}
      outboxAction="editGroup"
    >
      <TextField name="people" label={t('form.groupPeople')} width="number" inputMode="numeric" />
      <Select
        name="country"
        label={t('form.groupCountry')}
        empty={t('form.noCountry')}
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <NoteField name="note" label={t('form.groupNote')} rows={3} />
      <FormFooter>{t('sheet.saveText')}</FormFooter>
    </Form>
  )
}
