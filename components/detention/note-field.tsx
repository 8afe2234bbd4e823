'use client'
import { useLocale } from 'next-intl'
import {
  controlClass,
  controlDefaults,
  Field,
  type FieldProps,
  useField,
  useTyped,
} from '@/components/forms/field'
import { useLater } from '@/components/ui/use-later'

/**
 * A large field for talking into: the keyboard of the phone brings its own microphone, knows the language and begins
 * sentences with a capital. Enter is a new line, nothing floats over the text, and it grows with what is said.
 */
export const NoteField = ({ name, label, hint, rows = 6 }: FieldProps & { rows?: number }) => {
  const locale = useLocale()
  const typed = useTyped(name)
  const facts = useField({ name, label, ...(hint ? { hint } : {}) })
  const warning = useLater(() => import('@/components/cases/note-warning'))
  return (
    <>
      <Field label={label} facts={facts} {...(hint ? { hint } : {})}>
        <textarea
          id={facts.id}
          rows={rows}
          lang={locale}
          dir="auto"
          spellCheck
          autoCapitalize="sentences"
          autoCorrect="on"
          enterKeyHint="enter"
          className={controlClass('field-sizing-content min-h-32 w-full scroll-mb-40 text-read leading-7')}
          {...controlDefaults(facts)}
          {...typed}
        />
      </Field>
      {warning === null ? null : <warning.NoteWarning name={name} />}
    </>
  )
}
