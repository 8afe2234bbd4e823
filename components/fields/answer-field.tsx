'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { CheckboxChips, Select } from '@/components/forms/choices'
import { useFormState } from '@/components/forms/form-context'
import { TextArea, TextField } from '@/components/forms/text-field'
import { WhenField } from '@/components/forms/when-field'
import { silentChoice } from '@/lib/fields/answer.rules'
import type { FieldChoice } from '@/lib/fields/choice.rules'
import { type OwnField, SILENCES, wordsIn, YES_NO } from '@/lib/fields/field.rules'
import type { Locale } from '@/lib/i18n/locales'
import { labelIn } from '@/lib/shared/labelled'
import { useFieldLabels } from './field-labels'

export type AskedField = Pick<OwnField, 'id' | 'type' | 'decimals' | 'now' | 'editions'>

/** One own field in a form: how it is answered, and why there is no answer. A value that is offered no more stays where it was chosen. */
export const AnswerField = ({
  field,
  chosen,
  choices,
  locale,
}: {
  field: AskedField
  chosen: readonly string[]
  choices: readonly FieldChoice[]
  /** Of its name and values, where it is not the reader's. */
  locale?: Locale
}) => {
  const t = useTranslations('fields.answer')
  const labels = useFieldLabels(choices, locale)
  const { labels: known } = useFormState()
  const { id, type, now } = field
  const label = labels.name(field)
  const help = wordsIn(now.help, labels.locale)
  useEffect(() => {
    // The conflict speaks of the field as a whole.
    known.set(id, label)
    return () => {
      known.delete(id)
    }
  }, [known, id, label])
  const hint = [help, now.required === 'optional' ? '' : t(`requiredHint.${now.required}`)]
    .filter((part) => part !== '')
    .join(' ')
  const shared = { label, ...(hint === '' ? {} : { hint }) }
  const silent = SILENCES.codes.map((code) => ({ value: code, label: t(`state.${code}`) }))
  const options =
    type === 'yes_no'
      ? YES_NO.codes.map((code) => ({ value: code, label: t(`yesNo.${code}`) }))
      : now.options
          .filter(({ code, isOffered }) => isOffered || chosen.includes(code))
          .map(({ code }) => ({ value: code, label: labels.option(field, code, null) }))
  if (type === 'yes_no' || type === 'one')
    return (
      <Select
        {...shared}
        name={`${id}.choice`}
        empty={t('notAsked')}
        options={[
          ...options,
          ...silent.map(({ value, label: words }) => ({ value: silentChoice(value), label: words })),
        ]}
      />
    )
  const name = `${id}.text`
  const named = () => (
    <Select
      {...shared}
      name={name}
      empty={t('notAsked')}
      options={choices
        .filter((one) => one.of === type && (one.isOffered || chosen.includes(one.id)))
        .map((one) => ({ value: one.id, label: labelIn(one, labels.locale) }))}
    />
  )
  const control = {
    several: () => <CheckboxChips {...shared} name={`${id}.codes`} options={options} />,
    amount: () => <TextField {...shared} name={name} width="short" inputMode="decimal" />,
    date: () => <WhenField {...shared} name={name} />,
    short: () => <TextField {...shared} name={name} dir="auto" />,
    long: () => <TextArea {...shared} name={name} dir="auto" />,
    reference: () => <TextField {...shared} name={name} width="name" dir="auto" />,
    contact: () => (
      <TextField
        {...shared}
        name={name}
        width="name"
        hint={[hint, t('contactHint')].filter(Boolean).join(' ')}
      />
    ),
    place: named,
    partner: named,
  }[type]
  return (
    <div className="grid gap-2">
      {control()}
      <Select
        name={`${id}.state`}
        label={t('orWhyNot', { field: label })}
        empty={t('noReason')}
        options={silent}
      />
    </div>
  )
}
