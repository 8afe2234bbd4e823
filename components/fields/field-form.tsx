'use client'
import { useTranslations } from 'next-intl'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { CheckboxChips, ChipGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { namedOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { Fold } from '@/components/ui/fold'
import type { Labels } from '@/lib/cases/word.view'
import type { FieldChoice } from '@/lib/fields/choice.rules'
import { publishEdition } from '@/lib/fields/field.actions'
import {
  ASKED_FOR,
  FIELD_PARTS,
  holdsCodes,
  levelsFor,
  MOST_CONDITIONS,
  type OwnField,
  YES_NO,
} from '@/lib/fields/field.rules'
import type { EditionInput } from '@/lib/fields/field.schema'
import { toDraft, toEditionForm } from '@/lib/fields/field.view'
import { rulesOf } from '@/lib/fields/owner.rules'
import type { Locale } from '@/lib/i18n/locales'
import { useFieldLabels } from './field-labels'
import { FieldPreview } from './field-preview'
import { WordsFields } from './words-fields'

type Props = {
  readonly field: OwnField
  readonly fields: readonly OwnField[]
  readonly languages: readonly Locale[]
  readonly offices: readonly { readonly id: string; readonly name: string }[]
  readonly kinds: ReturnType<Labels['options']>
  readonly choices: readonly FieldChoice[]
}

/** The next edition of a field: what it is called, where it stands, of whom and when it is asked. */
export const FieldForm = (props: Props) => {
  const { field } = props
  return (
    <Form
      schema={() => import('@/lib/fields/field.schema').then((room) => room.editionSchema)}
      defaultValues={toEditionForm(field)}
      action={publishEdition}
      draftKey={`field:${field.id}`}
    >
      {(form) => <Fields {...props} form={form} />}
    </Form>
  )
}

const Fields = ({
  field,
  fields,
  languages,
  offices,
  kinds,
  choices,
  form,
}: Props & { form: UseFormReturn<EditionInput> }) => {
  const t = useTranslations('fields.editor')
  const labels = useFieldLabels(choices)
  const values = form.watch()
  const isList = field.type === 'one' || field.type === 'several'
  return (
    <>
      <WordsFields name="labels" kind="label" languages={languages} isWanted />
      {isList ? (
        <>
          {values.options.map(({ code }, index) => {
            const name = labels.option(field, code, null)
            const title = t('options.one', { number: index + 1, name })
            return (
              <Fold key={code} label={title}>
                <div className="grid gap-3">
                  <WordsFields name={`options.${index}.labels`} kind="label" languages={languages} />
                  <Offered index={index} form={form} label={t('options.isOffered')} of={name} />
                </div>
              </Fold>
            )
          })}
          <TextArea name="more" rows={1} label={t('options.more')} hint={t('options.hint')} dir="auto" />
        </>
      ) : null}
      <Fold label={t('edit')}>
        <div className="grid gap-5">
          <WordsFields name="help" kind="help" languages={languages} />
          <WordsFields name="section" kind="section" languages={languages} />
          {rulesOf(field).hasPart ? (
            <ChipGroup
              name="part"
              label={t('part.label')}
              options={FIELD_PARTS.codes.map((value) => ({ value, label: t(`part.${value}`) }))}
            />
          ) : null}
          <TextField name="position" label={t('position')} width="number" inputMode="numeric" />
          <ChipGroup
            name="required"
            label={t('required.label')}
            hint={t('required.hint')}
            options={ASKED_FOR.codes.map((value) => ({ value, label: t(`required.${value}`) }))}
          />
          {levelsFor(field).length < 2 ? null : (
            <ChipGroup
              name="level"
              label={t('level.label')}
              hint={t('level.hint')}
              options={levelsFor(field).map((value) => ({ value, label: t(`level.${value}`) }))}
            />
          )}
          {offices.length < 2 ? null : (
            <CheckboxChips
              name="offices"
              label={t('offices')}
              hint={t('everywhere')}
              options={namedOptions(offices)}
            />
          )}
          {rulesOf(field).isAboutPeople ? (
            <>
              <CheckboxChips name="kinds" label={t('kinds')} hint={t('everywhere')} options={kinds} />
              <TextField
                name="nationalities"
                label={t('nationalities')}
                hint={t('nationalitiesHint')}
                width="name"
              />
            </>
          ) : null}
          <fieldset className="grid gap-3">
            <legend className="font-semibold">{t('conditions')}</legend>
            {Array.from({ length: MOST_CONDITIONS }, (_, index) => (
              <ConditionFields
                key={index === 0 ? 'first' : `after-${index}`}
                index={index}
                field={field}
                fields={fields}
              />
            ))}
          </fieldset>
        </div>
      </Fold>
      <TextArea name="because" rows={1} label={t('because.change')} hint={t('because.hint')} />
      <FormFooter>{t('publish', { edition: field.now.edition + 1 })}</FormFooter>
      <FieldPreview field={toDraft(field, values, labels.locale)} choices={choices} first={labels.locale} />
    </>
  )
}

const Offered = ({
  index,
  form,
  label,
  of,
}: {
  index: number
  form: UseFormReturn<EditionInput>
  label: string
  of: string
}) => (
  <label className="flex min-h-11 items-center gap-3">
    <input
      autoComplete="off"
      type="checkbox"
      className="size-5 shrink-0 accent-accent"
      {...form.register(`options.${index}.isOffered`)}
    />
    <span>
      {label}
      <span className="sr-only">: {of}</span>
    </span>
  </label>
)

const ConditionFields = ({
  index,
  field,
  fields,
}: {
  index: number
  field: OwnField
  fields: readonly OwnField[]
}) => {
  const t = useTranslations('fields.editor')
  const labels = useFieldLabels([])
  const on: unknown = useWatch({ name: `conditions.${index}.on` })
  const others = fields.filter(
    ({ id, owner, type, now }) =>
      id !== field.id && owner === field.owner && holdsCodes(type) && now.state === 'live',
  )
  const other = others.find(({ id }) => id === on)
  const codes =
    other === undefined
      ? []
      : other.type === 'yes_no'
        ? [...YES_NO.codes]
        : other.now.options.map(({ code }) => code)
  return (
    <div className="grid gap-2">
      <Select
        name={`conditions.${index}.on`}
        label={t('condition.label', { number: index + 1 })}
        empty={t('condition.none')}
        options={[
          ...(rulesOf(field).isAboutPeople
            ? [
                { value: 'minor', label: t('condition.minor') },
                { value: 'adult', label: t('condition.adult') },
              ]
            : []),
          ...others.map((one) => ({
            value: one.id,
            label: t('condition.field', { name: labels.name(one) }),
          })),
        ]}
      />
      {other === undefined ? null : (
        <CheckboxChips
          key={other.id}
          name={`conditions.${index}.codes`}
          label={t('condition.codes')}
          options={codes.map((code) => ({ value: code, label: labels.option(other, code, null) }))}
        />
      )}
    </div>
  )
}
