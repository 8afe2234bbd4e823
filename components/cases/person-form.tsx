'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { editPerson } from '@/lib/cases/claim.actions'
import { INTERPRETER_NEEDS, type InterpreterNeed, SEXES, type Sex } from '@/lib/people/person.rules'
import { InterpreterField, SexField } from './person-fields'

export const PersonForm = ({
  caseId,
  personId,
  version,
  sex,
  interpreterNeed,
}: {
  caseId: string
  personId: string
  version: number
  sex: Sex
  interpreterNeed: InterpreterNeed
}) => {
  const t = useTranslations('cases')
  const tp = useTranslations('people')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/cases/file.schema').then((room) => room.personSchema)}
      defaultValues={{ caseId, personId, version, sex, interpreterNeed }}
      action={editPerson}
      showValue={(name, value) =>
        name === 'sex' ? tp(`sex.${SEXES.read(value)}`) : tp(`interpreter.${INTERPRETER_NEEDS.read(value)}`)
      }
      onSaved={() => router.refresh()}
    >
      <SexField />
      <InterpreterField />
      <FormFooter>{t('details.save')}</FormFooter>
    </Form>
  )
}
