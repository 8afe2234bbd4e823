'use client'
import type { ComponentProps } from 'react'
import { useController } from 'react-hook-form'
import { Chip, type ChipKind, Chips } from '@/components/ui/chip'
import {
  controlClass,
  controlDefaults,
  Field,
  FieldGroup,
  type FieldProps,
  useField,
  useTyped,
} from './field'

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly kind?: ChipKind
}
type ChoiceProps = FieldProps & { options: readonly Option[] }

const useGroup = ({ name, label, hint }: FieldProps) => {
  const facts = useField({ name, label, ...(hint ? { hint } : {}) })
  return { facts, group: { label, facts, ...(hint ? { hint } : {}) } }
}

type Ticked = Pick<ComponentProps<'input'>, 'id' | 'name' | 'value' | 'checked' | 'onBlur' | 'onChange'>

/** The summary leads to the first control of a group. */
const idOf = (id: string, index: number): string => (index === 0 ? id : `${id}-${index}`)

/** One of several: what each radio says before and after the page's scripts have come. */
const useOne = (props: ChoiceProps) => {
  const { field } = useController({ name: props.name })
  const { facts, group } = useGroup(props)
  const radio = (value: string, index: number): Ticked => ({
    id: idOf(facts.id, index),
    name: field.name,
    value,
    checked: field.value === value,
    onBlur: field.onBlur,
    onChange: () => field.onChange(value),
  })
  return { group, radio }
}

/** Any of several; the field holds the list of what is ticked, in the order in which it is offered. */
const useSeveral = (props: ChoiceProps) => {
  const { field } = useController({ name: props.name })
  const { facts, group } = useGroup(props)
  const ticked: readonly unknown[] = Array.isArray(field.value) ? field.value : []
  const box = (value: string, index: number): Ticked => ({
    id: idOf(facts.id, index),
    name: field.name,
    value,
    checked: ticked.includes(value),
    onBlur: field.onBlur,
    onChange: ({ target }) =>
      field.onChange(
        props.options
          .map((option) => option.value)
          .filter((one) => (one === value ? target.checked : ticked.includes(one))),
      ),
  })
  return { group, box }
}

/** One of several as chips: outcomes, severities, anything that fits in a word or two. */
export const ChipGroup = (props: ChoiceProps) => {
  const { group, radio } = useOne(props)
  return (
    <FieldGroup {...group}>
      <Chips>
        {props.options.map(({ value, label, kind }, index) => (
          <Chip key={value} type="radio" {...(kind ? { kind } : {})} {...radio(value, index)}>
            {label}
          </Chip>
        ))}
      </Chips>
    </FieldGroup>
  )
}

/** Any of several as chips; `rest` says which of them are one press away, and how that is called. */
export const CheckboxChips = ({
  rest,
  ...props
}: ChoiceProps & { rest?: { readonly label: string; readonly values: readonly string[] } }) => {
  const { group, box } = useSeveral(props)
  const chips = (isRest: boolean) => (
    <Chips>
      {props.options.map(({ value, label, kind }, index) =>
        (rest?.values.includes(value) ?? false) === isRest ? (
          <Chip key={value} {...(kind ? { kind } : {})} {...box(value, index)}>
            {label}
          </Chip>
        ) : null,
      )}
    </Chips>
  )
  return (
    <FieldGroup {...group}>
      {chips(false)}
      {rest === undefined || rest.values.length === 0 ? null : (
        <details className="mt-1">
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
            {rest.label}
          </summary>
          {chips(true)}
        </details>
      )}
    </FieldGroup>
  )
}

const Line = ({
  type,
  option: { label, hint },
  ticked,
}: {
  type: 'radio' | 'checkbox'
  option: Option
  ticked: Ticked
}) => (
  <label className="flex min-h-11 items-start gap-3 py-2">
    <input autoComplete="off" type={type} className="mt-0.5 size-5 shrink-0 accent-accent" {...ticked} />
    <span>
      {label}
      {hint ? <span className="block text-sm text-muted">{hint}</span> : null}
    </span>
  </label>
)

/** One of several, each on its own line, for answers that need a sentence. */
export const RadioGroup = (props: ChoiceProps) => {
  const { group, radio } = useOne(props)
  return (
    <FieldGroup {...group}>
      <div>
        {props.options.map((option, index) => (
          <Line key={option.value} type="radio" option={option} ticked={radio(option.value, index)} />
        ))}
      </div>
    </FieldGroup>
  )
}

/** Any of several, each on its own line; `isWide` puts a long list into two columns where there is room. */
export const CheckboxGroup = ({ isWide = false, ...props }: ChoiceProps & { isWide?: boolean }) => {
  const { group, box } = useSeveral(props)
  return (
    <FieldGroup {...group}>
      <div className={isWide ? 'grid gap-x-6 sm:grid-cols-2' : undefined}>
        {props.options.map((option, index) => (
          <Line key={option.value} type="checkbox" option={option} ticked={box(option.value, index)} />
        ))}
      </div>
    </FieldGroup>
  )
}

/** A short list. `empty` is the words of the empty answer. */
export const Select = ({ options, empty, ...props }: ChoiceProps & { empty?: string }) => {
  const { facts, group } = useGroup(props)
  const typed = useTyped(props.name)
  return (
    <Field {...group}>
      <select
        id={facts.id}
        className={controlClass('min-h-11 w-full max-w-md')}
        {...controlDefaults(facts)}
        {...typed}
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
