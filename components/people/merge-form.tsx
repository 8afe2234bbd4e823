'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup, type Option, RadioGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { mergeTwo } from '@/lib/people/merge.actions'
import { MERGE_REASONS } from '@/lib/people/merge.rules'
import { eachPersonField, PERSON_FIELD_NAMES, type PersonField } from '@/lib/people/person-field.rules'

type Props = {
  readonly oneId: string
  readonly otherId: string
  readonly seen: string
  readonly labels: readonly [string, string]
  readonly names: readonly [string, string]
  /** Which answers there are to choose from, field by field. */
  readonly answers: Readonly<
    Record<PersonField, { readonly label: string; readonly options: readonly Option[] }>
  >
}

/** What is told once of the person whom two rows become: everything else of both stays. */
export const MergeForm = ({ oneId, otherId, seen, labels, names, answers }: Props) => {
  const t = useTranslations('duplicates')
  const both = ([one, other]: readonly [string, string]): Option[] => [
    { value: oneId, label: one },
    { value: otherId, label: other },
  ]
  const only = (options: readonly Option[]): string => (options.length === 1 ? (options[0]?.value ?? '') : '')
  return (
    <Form
      schema={() => import('@/lib/people/merge.schema').then((room) => room.mergeSchema)}
      defaultValues={{
        oneId,
        otherId,
        seen,
        keepId: otherId,
        firstId: otherId,
        ...eachPersonField((field) => only(answers[field].options)),
        because: '',
      }}
      action={mergeTwo}
      onSaved={() => location.assign('/people/duplicates')}
    >
      <RadioGroup name="keepId" label={t('form.keep')} hint={t('form.keepHint')} options={both(labels)} />
      {/* Where both bear one name there is nothing to choose. */}
      {names[0] === names[1] ? null : (
        <RadioGroup name="firstId" label={t('form.first')} hint={t('form.firstHint')} options={both(names)} />
      )}
      {PERSON_FIELD_NAMES.codes
        .filter((field) => answers[field].options.length > 1)
        .map((field) => (
          <ChipGroup key={field} name={field} {...answers[field]} />
        ))}
      <RadioGroup
        name="because"
        label={t('form.because')}
        options={toOptions(MERGE_REASONS.codes, (one) => t(`because.${one}`))}
      />
      <FormFooter>{t('form.save')}</FormFooter>
    </Form>
  )
}
