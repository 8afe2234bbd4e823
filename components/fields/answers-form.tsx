'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { FormAction } from '@/components/forms/reply'
import type { TypedAnswer } from '@/lib/fields/answer.rules'
import { fromTyped } from '@/lib/fields/answer.rules'
import type { FieldChoice } from '@/lib/fields/choice.rules'
import { type Answer, isShown, type OwnField, wordsIn } from '@/lib/fields/field.rules'
import type { AnswersInput } from '@/lib/fields/field.schema'
import type { Whose } from '@/lib/fields/given.rules'
import { rulesOf } from '@/lib/fields/owner.rules'
import { AnswerField } from './answer-field'
import { useFieldLabels } from './field-labels'

export type AnswersProps = {
  readonly action: FormAction<unknown>
  readonly caseId: string | null
  readonly whose: Whose
  readonly version: number
  readonly fields: readonly OwnField[]
  /** By field, as they stand. */
  readonly typed: Readonly<Record<string, TypedAnswer>>
  /** Answers to fields of another part, for the conditions. */
  readonly elsewhere: readonly (readonly [fieldId: string, answer: Answer])[]
  readonly isMinor: boolean | null
  readonly choices: readonly FieldChoice[]
}

const isTyped = (value: AnswersInput[string] | undefined): value is TypedAnswer => typeof value === 'object'

/** The codes and the id that stand in it. */
const chosenIn = (value: TypedAnswer | undefined): string[] =>
  value === undefined ? [] : [...value.codes, value.choice, value.text]

/** Whose they are, as field.schema.ts takes it, and by what the draft is told apart. */
const headOf = ({
  caseId,
  whose: { owner, id },
  fields,
}: AnswersProps): {
  readonly of: Readonly<Record<string, string>>
  readonly draft: readonly [string, string]
} => {
  switch (owner) {
    case 'file':
      return { of: { caseId: id, personId: '' }, draft: [id, fields[0]?.now.part ?? ''] }
    case 'person':
      // Whose file it is, the handler asks.
      return { of: { caseId: caseId ?? '', personId: id }, draft: [caseId ?? '', id] }
    case 'encounter':
      return { of: { encounterId: id }, draft: [owner, id] }
    case 'visit':
      return { of: { visitId: id }, draft: [owner, id] }
  }
}

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

/** The own fields of one part of a file, of a person in it, of a conversation or of a visit. A field that its condition hides keeps what it holds. */
export const AnswersForm = (props: AnswersProps) => {
  const { action, version, fields, typed, elsewhere, isMinor, choices } = props
  const head = headOf(props)
  const t = useTranslations('fields.answer')
  const labels = useFieldLabels(choices)
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
  const defaults: AnswersInput = { ...head.of, version, ...typed }
  return (
    <Form
      schema={() => import('@/lib/fields/field.schema').then((room) => room.answersSchema)}
      defaultValues={defaults}
      action={action}
      draftKey={`own:${head.draft[0]}:${head.draft[1]}`}
      showValue={show}
    >
      {(form) => {
        const answers = answersIn(fields, form.watch(), elsewhere)
        let section = ''
        return (
          <>
            {rulesOf(props.whose).isAboutPeople ? null : <p className="text-sm text-muted">{t('noNames')}</p>}
            {fields
              .filter(({ now }) => isShown(now.conditions, answers, { isMinor }))
              .map((field) => {
                const heading = wordsIn(field.now.section, labels.locale)
                const isNew = heading !== section && heading !== ''
                section = heading
                return (
                  <div key={field.id} className="grid gap-3">
                    {isNew ? <h3 className="text-dense font-semibold text-muted">{heading}</h3> : null}
                    <AnswerField field={field} chosen={chosenIn(typed[field.id])} choices={choices} />
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
