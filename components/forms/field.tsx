'use client'
import { type ReactNode, useEffect, useState } from 'react'
import { get, useFormContext } from 'react-hook-form'
import { classNames } from '@/components/ui/class-names'
import { fieldId, useFormState } from './form-context'
import { useErrorLabels } from './use-error-labels'

export type FieldProps = {
  /** The path in the schema: "note", "encounters.0.outcome". */
  name: string
  label: string
  /** One sentence below the label. */
  hint?: string
}

export type FieldFacts = {
  readonly id: string
  readonly error: string | null
  readonly describedBy: string | undefined
}

/** Id, error words and descriptions of a field; makes its label known to the summary. */
export const useField = ({ name, label, hint }: FieldProps): FieldFacts => {
  const { id: formId, labels } = useFormState()
  const { formState } = useFormContext()
  const messages = useErrorLabels()
  useEffect(() => {
    labels.set(name, label)
    return () => {
      labels.delete(name)
    }
  }, [labels, name, label])
  const id = fieldId(formId, name)
  const found: unknown = get(formState.errors, name)
  const code = toCode(found)
  const described = [hint ? `${id}-hint` : null, code === null ? null : `${id}-error`].filter((part) => part)
  return {
    id,
    error: code === null ? null : messages(code, label),
    describedBy: described.length > 0 ? described.join(' ') : undefined,
  }
}

const asText = (held: string): string => held.replace(/\r\n?/g, '\n')

/**
 * A field that is typed into or chosen from. It is drawn with what it holds, so that the page says it before its scripts have
 * come; from then on react-hook-form keeps it. `asDrawn` writes it the way the browser does in this control: what the browser
 * had to change would be taken for something that someone typed.
 */
export const useTyped = (name: string, asDrawn: (held: string) => string = asText) => {
  const { register, getValues } = useFormContext()
  const [held] = useState<unknown>(() => getValues(name))
  return { ...register(name), ...(typeof held === 'string' ? { defaultValue: asDrawn(held) } : {}) }
}

/** A list carries the errors of its rows too; its own one stands under `root`. */
const toCode = (error: unknown): string | null => {
  if (typeof error !== 'object' || error === null) return null
  if ('message' in error && typeof error.message === 'string') return error.message
  return 'root' in error ? toCode(error.root) : null
}

const FieldError = ({ id, error }: { id: string; error: string | null }) =>
  error === null ? null : (
    <p id={`${id}-error`} className="font-semibold text-danger">
      <span aria-hidden="true">▲ </span>
      {error}
    </p>
  )

const frame = (error: string | null): string =>
  classNames('grid min-w-0 gap-1.5', error === null ? null : 'border-s-4 border-danger ps-3')

/** Label, hint and error around one control. */
export const Field = ({
  label,
  hint,
  facts,
  children,
}: Omit<FieldProps, 'name'> & { facts: FieldFacts; children: ReactNode }) => (
  <div className={frame(facts.error)}>
    <label htmlFor={facts.id} className="justify-self-start font-semibold">
      {label}
    </label>
    {hint ? (
      <p id={`${facts.id}-hint`} className="text-sm text-muted">
        {hint}
      </p>
    ) : null}
    <FieldError id={facts.id} error={facts.error} />
    {children}
  </div>
)

/** The same around several controls that answer one question. */
export const FieldGroup = ({
  label,
  hint,
  facts,
  children,
}: Omit<FieldProps, 'name'> & { facts: FieldFacts; children: ReactNode }) => (
  <fieldset
    {...(facts.describedBy ? { 'aria-describedby': facts.describedBy } : {})}
    className={frame(facts.error)}
  >
    <legend className="pb-1.5 font-semibold">{label}</legend>
    {hint ? (
      <p id={`${facts.id}-hint`} className="text-sm text-muted">
        {hint}
      </p>
    ) : null}
    <FieldError id={facts.id} error={facts.error} />
    {children}
  </fieldset>
)

/** The look of what one types into (globals.css). */
export const controlClass = (...more: readonly (string | null)[]): string => classNames('control', ...more)

/**
 * What every control has: what it says to assistive technology, and that the browser keeps nothing of what is typed. A browser
 * writes the text of open fields to its profile in clear to restore them after a restart, unless autocomplete is off.
 */
export const controlDefaults = ({ describedBy, error }: FieldFacts) => ({
  autoComplete: 'off',
  'aria-invalid': error !== null,
  ...(describedBy ? { 'aria-describedby': describedBy } : {}),
})
