'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { usePersonFieldLabels } from '@/components/people/person-field-labels'
import { editPerson } from '@/lib/cases/claim.actions'
import { PERSON_FIELD_NAMES, type PersonAnswers } from '@/lib/people/person-field.rules'
import { AnswerFields } from './person-fields'

type Person = PersonAnswers & { readonly caseId: string; readonly personId: string; readonly version: number }

export const PersonForm = (person: Person) => {
  const t = useTranslations('cases.details')
  const labels = usePersonFieldLabels()
  return (
    <Form
      schema={() => import('@/lib/cases/file.schema').then((room) => room.personSchema)}
      defaultValues={person}
      action={editPerson}
      draftKey={`person:${person.personId}`}
      showValue={(name, value) => labels[PERSON_FIELD_NAMES.read(name)].said(String(value))}
    >
      <AnswerFields />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
