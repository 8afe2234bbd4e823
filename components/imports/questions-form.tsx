'use client'
import { useTranslations } from 'next-intl'
import { type Option, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { ListField } from '@/lib/imports/field.rules'
import { planImport } from '@/lib/imports/import.actions'
import type { SaidPlan } from './plan-form'

type Question = {
  readonly field: ListField
  readonly word: string
  readonly count: number
  readonly likely: readonly string[]
}

/** What values mean that no list knows, each asked once. What it could mean comes first; a single guess is chosen already. */
export const QuestionsForm = ({
  importId,
  plan,
  questions,
  choices,
}: {
  importId: string
  plan: SaidPlan
  questions: readonly Question[]
  choices: Readonly<Partial<Record<ListField, readonly Option[]>>>
}) => {
  const t = useTranslations('imports')
  const others = [
    { value: 'note', label: t('questions.note') },
    { value: 'open', label: t('questions.open') },
  ]
  return (
    <Form
      schema={() => import('@/lib/imports/import.schema').then((room) => room.planSchema)}
      defaultValues={{
        importId,
        ...plan,
        columns: [...plan.columns],
        said: questions.map(({ field, word, likely }) => ({
          field,
          word,
          code: likely.length === 1 ? (likely[0] ?? '') : '',
        })),
      }}
      action={planImport}
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
        {questions.map(({ field, word, count, likely }, index) => {
          const all = choices[field] ?? []
          return (
            <Select
              key={`${field} ${word}`}
              name={`said.${index}.code`}
              label={t('questions.word', { field: t(`field.${field}`), word, count })}
              empty={t('questions.unsaid')}
              options={[
                ...all.filter(({ value }) => likely.includes(value)),
                ...others,
                ...all.filter(({ value }) => !likely.includes(value)),
              ]}
            />
          )
        })}
      </div>
      <FormFooter>{t('questions.do')}</FormFooter>
    </Form>
  )
}
