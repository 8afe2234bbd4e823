'use client'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { controlDefaults, Field, type FieldProps, useField } from './field'

/**
 * Files from the disk or the camera. They are no value of the form: a browser lets no one put a chosen file back into a
 * field, so they stay in the field itself, and anyone who sends reads them from `element`. A browser says its own button in
 * its own language; ours lies under the field, which is not drawn but takes the press, the focus and what is dropped on it.
 */
export const FileField = ({
  element,
  accept,
  isSingle = false,
  onChoose,
  ...props
}: FieldProps & {
  element: RefObject<HTMLInputElement | null>
  accept: string
  isSingle?: boolean
  onChoose: (files: FileList | null) => void
}) => {
  const t = useTranslations('forms')
  const facts = useField(props)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const choose = (files: FileList | null): void => {
    setChosen([...(files ?? [])].map(({ name }) => name))
    onChoose(files)
  }
  const isAwake = useRef(false)
  useEffect(() => {
    if (isAwake.current) return
    isAwake.current = true
    // Chosen before the scripts of the page had come.
    const files = element.current?.files ?? null
    if (files !== null && files.length > 0) choose(files)
  })
  const { name: _, ...words } = props
  return (
    <Field {...words} facts={facts}>
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <label className="press press-quiet press-normal relative overflow-hidden has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus-ink">
          <input
            ref={element}
            id={facts.id}
            type="file"
            multiple={!isSingle}
            accept={accept}
            onChange={(event) => choose(event.currentTarget.files)}
            {...controlDefaults(facts)}
            className="absolute inset-0 cursor-pointer opacity-0 file:cursor-pointer"
          />
          {t(isSingle ? 'chooseFile' : 'chooseFiles')}
        </label>
        {chosen.length === 0 ? null : (
          <ul className="min-w-0 text-sm">
            {chosen.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two photos of a phone may have one name
              <li key={index} dir="auto" className="wrap-anywhere">
                {name}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Field>
  )
}
