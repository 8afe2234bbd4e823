'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { FlatError } from './flat-errors'
import { fieldId, useFormState } from './form-context'
import { useErrorLabels } from './use-error-labels'

/** What to put right, above everything, with the focus on it. Each line leads to its field and says the same words. */
export const ErrorSummary = ({ errors, attempt }: { errors: readonly FlatError[]; attempt: number }) => {
  const t = useTranslations('forms')
  const messages = useErrorLabels()
  const { id, labels } = useFormState()
  const box = useRef<HTMLDivElement>(null)
  const hasErrors = errors.length > 0

  useEffect(() => {
    if (attempt > 0 && hasErrors) box.current?.focus()
  }, [attempt, hasErrors])

  useEffect(() => {
    if (!hasErrors) return
    const title = document.title
    document.title = `${t('errorTitle')} ${title}`
    return () => {
      document.title = title
    }
  }, [hasErrors, t])

  if (!hasErrors) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby={`${id}-summary`}
      className="rounded border-2 border-danger bg-surface px-4 py-3"
    >
      <h2 id={`${id}-summary`} className="text-h3">
        {t('summaryTitle', { count: errors.length })}
      </h2>
      <ul className="mt-2 grid gap-1">
        {errors.map(({ path, code }) => (
          <li key={path}>
            <a
              href={`#${fieldId(id, path)}`}
              className="inline-block py-0.5 font-semibold text-danger"
              onClick={(event) => {
                const field = document.getElementById(fieldId(id, path))
                if (field === null) return
                event.preventDefault()
                field.focus()
              }}
            >
              {messages(code, labels.get(path))}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
