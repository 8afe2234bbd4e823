'use client'
import { useTranslations } from 'next-intl'
import { RadioGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { FIELDS, type ListField } from '@/lib/imports/field.rules'
import { planImport } from '@/lib/imports/import.actions'

type Choice = { readonly value: string; readonly label: string }
export type PlanFormProps = {
  readonly importId: string
  readonly headers: readonly string[]
  readonly samples: readonly (readonly string[])[]
  readonly plan: {
    readonly columns: readonly string[]
    readonly dateOrder: string
    readonly kind: string
    readonly workerId: string
  }
  /** The examples of each way to write a day, in words; null when no column holds days in numbers. */
  readonly orders: { readonly dmy: string; readonly mdy: string } | null
  readonly kinds: readonly Choice[]
  readonly workers: readonly Choice[]
  readonly words: readonly { readonly field: ListField; readonly word: string; readonly count: number }[]
  readonly choices: Readonly<Partial<Record<ListField, readonly Choice[]>>>
}

/** What each column means, how its days are written, and what words mean that no list knows. */
export const PlanForm = ({
  importId,
  headers,
  samples,
  plan,
  orders,
  kinds,
  workers,
  words,
  choices,
}: PlanFormProps) => {
  const t = useTranslations('imports')
  const meanings = toOptions(FIELDS.codes, (one) => t(`field.${one}`))
  return (
    <Form
      schema={() => import('@/lib/imports/import.schema').then((room) => room.planSchema)}
      defaultValues={{
        importId,
        ...plan,
        columns: [...plan.columns],
        said: words.map(({ field, word }) => ({ field, word, code: '' })),
      }}
      action={planImport}
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {headers.map((header, index) => {
          const values = samples[index] ?? []
          return (
            <Select
              // Two columns may bear one heading: the place is what tells them apart.
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are never moved or added
              key={index}
              name={`columns.${index}`}
              label={t('plan.column', {
                number: index + 1,
                header: header === '' ? t('plan.noHeader') : header,
              })}
              hint={values.length === 0 ? t('plan.empty') : t('plan.samples', { values: values.join(' · ') })}
              empty={t('plan.leave')}
              options={meanings}
            />
          )
        })}
      </div>
      {orders === null ? null : (
        <RadioGroup
          name="dateOrder"
          label={t('plan.order')}
          hint={t('plan.orderHint')}
          options={(['dmy', 'mdy'] as const).map((value) => ({
            value,
            label: t(`plan.${value}`, { examples: orders[value] }),
          }))}
        />
      )}
      <Select name="kind" label={t('plan.kind')} empty={t('plan.choose')} options={kinds} />
      <Select name="workerId" label={t('plan.worker')} empty={t('plan.choose')} options={workers} />
      {words.length === 0 ? null : (
        <fieldset className="grid gap-4">
          <legend className="mb-1 font-semibold">{t('plan.words')}</legend>
          <p className="max-w-prose text-muted">{t('plan.wordsWhat')}</p>
          {words.map(({ field, word, count }, index) => (
            <Select
              key={`${field} ${word}`}
              name={`said.${index}.code`}
              label={t('plan.word', { field: t(`field.${field}`), word, count })}
              empty={t('plan.unsaid')}
              options={[{ value: 'open', label: t('plan.openAnswer') }, ...(choices[field] ?? [])]}
            />
          ))}
        </fieldset>
      )}
      <FormFooter>{t('plan.do')}</FormFooter>
    </Form>
  )
}
