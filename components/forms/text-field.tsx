'use client'
import type { ComponentProps } from 'react'
import { controlClass, controlDefaults, Field, type FieldProps, useField, useTyped } from './field'

const WIDTHS = { full: 'w-full', name: 'w-full max-w-md', short: 'w-44', number: 'num w-24' } as const

const asLine = (held: string): string => held.replace(/[\r\n]+/g, ' ')

/** What a password manager fills in to sign in; every other field is `off` (components/forms/field.tsx). */
type SignInField = 'username' | 'current-password' | 'new-password' | 'one-time-code'
type Own = 'inputMode' | 'spellCheck' | 'translate' | 'dir' | 'maxLength' | 'lang'

const OF_NAMES = { dir: 'auto', spellCheck: false, translate: 'no' } as const

/** One line; `isName` for a person's name, in any script and never corrected or translated. */
export const TextField = ({
  name,
  label,
  hint,
  width = 'full',
  type = 'text',
  isName = false,
  ...input
}: FieldProps & {
  width?: keyof typeof WIDTHS
  type?: 'text' | 'password' | 'email' | 'tel' | 'time'
  isName?: boolean
  autoComplete?: SignInField
} & Pick<ComponentProps<'input'>, Own>) => {
  const typed = useTyped(name, asLine)
  const facts = useField({ name, label, ...(hint ? { hint } : {}) })
  return (
    <Field label={label} facts={facts} {...(hint ? { hint } : {})}>
      <input
        id={facts.id}
        type={type}
        className={controlClass('min-h-11', WIDTHS[width])}
        {...controlDefaults(facts)}
        {...(isName ? OF_NAMES : {})}
        {...input}
        {...typed}
      />
    </Field>
  )
}

/** Several lines; grows with what is written where the browser can. */
export const TextArea = ({
  name,
  label,
  hint,
  rows = 4,
  ...area
}: FieldProps & { rows?: number } & Pick<
    ComponentProps<'textarea'>,
    'spellCheck' | 'dir' | 'lang' | 'translate'
  >) => {
  const typed = useTyped(name)
  const facts = useField({ name, label, ...(hint ? { hint } : {}) })
  return (
    <Field label={label} facts={facts} {...(hint ? { hint } : {})}>
      <textarea
        id={facts.id}
        rows={rows}
        className={controlClass(
          'field-sizing-content w-full leading-6',
          rows === 1 ? 'min-h-11' : 'min-h-24',
        )}
        {...controlDefaults(facts)}
        {...area}
        {...typed}
      />
    </Field>
  )
}
