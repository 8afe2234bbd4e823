'use client'
import type { RefObject } from 'react'
import { controlClass, controlDefaults, Field, type FieldProps, useField } from './field'

/**
 * Files from the disk or the camera. They are no value of the form: a browser lets no one put a chosen file back into a
 * field, so they stay in the field itself, and anyone who sends reads them from `element`.
 */
export const FileField = ({
  element,
  accept,
  isSingle = false,
  isFramed = true,
  onChoose,
  ...props
}: FieldProps & {
  element: RefObject<HTMLInputElement | null>
  accept: string
  isSingle?: boolean
  /** False where what is around it has an edge already. */
  isFramed?: boolean
  onChoose: (files: FileList | null) => void
}) => {
  const facts = useField(props)
  const { name: _, ...words } = props
  return (
    <Field {...words} facts={facts}>
      <input
        ref={element}
        id={facts.id}
        type="file"
        multiple={!isSingle}
        accept={accept}
        onChange={(event) => onChoose(event.currentTarget.files)}
        {...controlDefaults(facts)}
        className={
          isFramed
            ? controlClass(
                'w-full min-w-0 file:me-3 file:rounded file:border-0 file:bg-sunken file:px-3 file:py-1',
              )
            : 'min-h-11 w-full min-w-0 text-dense text-muted file:me-3 file:min-h-9 file:rounded file:border file:border-solid file:border-accent-edge file:bg-transparent file:px-3 file:font-semibold file:text-accent'
        }
      />
    </Field>
  )
}
