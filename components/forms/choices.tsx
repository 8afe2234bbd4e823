'use client'
import { useFormContext } from 'react-hook-form'
import { Chip, type ChipKind, Chips } from '@/components/ui/chip'
import { controlAria, controlClass, Field, FieldGroup, type FieldProps, useField } from './field'

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly kind?: ChipKind
}
type ChoiceProps = FieldProps & { options: readonly Option[] }

const useGroup = ({ name, label, hint }: FieldProps) => {
  const { register } = useFormContext()
  const facts = useField({ name, label, ...(hint ? { hint } : {}) })
  const group = { label, facts, ...(hint ? { hint } : {}) }
  return { facts, group, field: register(name) }
}

/** The summary leads to the first control of a group. */
const idOf = (id: string, index: number): string => (index === 0 ? id : `${id}-${index}`)

/** One of several as chips: outcomes, severities, anything that fits in a word or two. */
export const ChipGroup = ({ options, ...props }: ChoiceProps) => {
  const { facts, group, field } = useGroup(props)
  return (
    <FieldGroup {...group}>
      <Chips>
        {options.map(({ value, label, kind }, index) => (
          <Chip
            key={value}
            type="radio"
            id={idOf(facts.id, index)}
            value={value}
            {...(kind ? { kind } : {})}
            {...field}
          >
            {label}
          </Chip>
        ))}
      </Chips>
    </FieldGroup>
  )
}

/** Any of several as chips; the field holds a list of values. */
export const CheckboxChips = ({ options, ...props }: ChoiceProps) => {
  const { facts, group, field } = useGroup(props)
  return (
    <FieldGroup {...group}>
      <Chips>
        {options.map(({ value, label, kind }, index) => (
          <Chip key={value} id={idOf(facts.id, index)} value={value} {...(kind ? { kind } : {})} {...field}>
            {label}
          </Chip>
        ))}
      </Chips>
    </FieldGroup>
  )
}

const Line = ({
  type,
  id,
  option,
  field,
}: {
  type: 'radio' | 'checkbox'
  id: string
  option: Option
  field: ReturnType<ReturnType<typeof useFormContext>['register']>
}) => (
  <label className="flex min-h-11 items-start gap-3 py-2">
    <input
      type={type}
      id={id}
      value={option.value}
      className="mt-0.5 size-5 shrink-0 accent-accent"
      {...field}
    />
    <span>
      {option.label}
      {option.hint ? <span className="block text-sm text-muted">{option.hint}</span> : null}
    </span>
  </label>
)

/** One of several, each on its own line, for answers that need a sentence. */
export const RadioGroup = ({ options, ...props }: ChoiceProps) => {
  const { facts, group, field } = useGroup(props)
  return (
    <FieldGroup {...group}>
      <div>
        {options.map((option, index) => (
          <Line key={option.value} type="radio" id={idOf(facts.id, index)} option={option} field={field} />
        ))}
      </div>
    </FieldGroup>
  )
}

/** Any of several, each on its own line. */
export const CheckboxGroup = ({ options, ...props }: ChoiceProps) => {
  const { facts, group, field } = useGroup(props)
  return (
    <FieldGroup {...group}>
      <div>
        {options.map((option, index) => (
          <Line key={option.value} type="checkbox" id={idOf(facts.id, index)} option={option} field={field} />
        ))}
      </div>
    </FieldGroup>
  )
}

/** A short list. `empty` is the words of the empty answer. */
export const Select = ({ options, empty, ...props }: ChoiceProps & { empty?: string }) => {
  const { facts, group, field } = useGroup(props)
  return (
    <Field {...group}>
      <select
        id={facts.id}
        className={controlClass('min-h-11 w-full max-w-md')}
        {...controlAria(facts)}
        {...field}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}
