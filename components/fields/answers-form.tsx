'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { saveOwnAnswers } from '@/lib/fields/answer.actions'
import type { TypedAnswer } from '@/lib/fields/answer.rules'
import { fromTyped } from '@/lib/fields/answer.rules'
import { type Answer, isShown, type OwnField, wordsIn } from '@/lib/fields/field.rules'
import type { AnswersInput } from '@/lib/fields/field.schema'
import { AnswerField } from './answer-field'
import { type FieldPlace, useFieldLabels } from './field-labels'

export type AnswersProps = {
  readonly caseId: string
  readonly personId: string | null
  readonly version: number
  readonly fields: readonly OwnField[]
  /** By field, as they stand. */
  readonly typed: Readonly<Record<string, TypedAnswer>>
  /** Answers to fields of another part, for the conditions. */
  readonly elsewhere: readonly (readonly [fieldId: string, answer: Answer])[]
  readonly isMinor: boolean | null
  readonly places: readonly FieldPlace[]
}

const isTyped = (value: AnswersInput[string] | undefined): value is TypedAnswer => typeof value === 'object'

/** What is answered in the form now, for the conditions of other fields. */
const answersIn = (
  fields: readonly OwnField[],
  values: AnswersInput,
  elsewhere: AnswersProps['elsewhere'],
): ReadonlyMap<string, Answer | null> => {
  const answers = new Map<string, Answer | null>(elsewhere)
  for (const field of fields) {
    const value = values[field.id]
    const read = isTyped(value) ? fromTyped(field, value) : { answer: null }
    answers.set(field.id, 'fault' in read ? null : read.answer)
  }
  return answers
}

/** The own fields of one part of a file, or of a person in it. A field that its condition hides keeps what it holds. */
export const AnswersForm = ({
  caseId,
  personId,
  version,
  fields,
  typed,
  elsewhere,
  isMinor,
  places,
}: AnswersProps) => {
  const t = useTranslations('fields')
  const labels = useFieldLabels(places)
  const show = (name: string, value: unknown): string => {
    const field = fields.find(({ id }) => id === name)
    if (field === undefined || typeof value !== 'object' || value === null) return ''
    const held: Partial<TypedAnswer> = value
    const read = fromTyped(field, {
      edition: field.now.edition,
      choice: '',
      codes: [],
      text: '',
      state: '',
      ...held,
    })
    if ('fault' in read) return held.text ?? ''
    return read.answer === null ? t('notAsked') : labels.answer(field, read.answer)
  }
  const defaults: AnswersInput = { caseId, personId: personId ?? '', version, ...typed }
  return (
    <Form
      schema={() => import('@/lib/fields/field.schema').then((room) => room.answersSchema)}
      defaultValues={defaults}
      action={saveOwnAnswers}
      draftKey={`own:${caseId}:${personId ?? fields[0]?.now.part ?? ''}`}
      showValue={show}
    >
      {(form) => {
        const answers = answersIn(fields, form.watch(), elsewhere)
        let section = ''
        return (
          <>
            {fields
              .filter(({ now }) => isShown(now.conditions, answers, { isMinor }))
              .map((field) => {
                const heading = wordsIn(field.now.section, labels.locale)
                const isNew = heading !== section && heading !== ''
                section = heading
                return (
                  <div key={field.id} className="grid gap-3">
                    {isNew ? <h3 className="text-dense font-semibold text-muted">{heading}</h3> : null}
                    <AnswerField
                      field={field}
                      chosen={typed[field.id]?.codes.concat(typed[field.id]?.choice ?? '') ?? []}
                      places={places}
                    />
                  </div>
                )
              })}
            <FormFooter>{t('save')}</FormFooter>
          </>
        )
      }}
    </Form>
  )
}
