'use client'
import { type ReactNode, useState } from 'react'
import { useFormContext } from 'react-hook-form'

// That no one was asked yet is no answer.
const UNSAID: ReadonlySet<unknown> = new Set([undefined, null, '', 'notAsked', 'not_asked'])
const isFilled = (value: unknown): boolean =>
  !UNSAID.has(value) && !(Array.isArray(value) && value.length === 0)

/**
 * Questions of a form that few answer, folded at first. They unfold when one of them gets an answer, also one that comes back from a draft, and
 * when one of them is to be mended.
 * @param names the fields below it
 */
export const MoreFields = ({
  label,
  names,
  children,
}: {
  readonly label: string
  readonly names: readonly string[]
  readonly children: ReactNode
}) => {
  const { watch, formState } = useFormContext()
  const needs =
    (watch([...names]).some(isFilled) ? 1 : 0) + (names.some((name) => name in formState.errors) ? 2 : 0)
  const [before, setBefore] = useState(0)
  const [isOpen, setOpen] = useState(false)
  if (needs !== before) {
    setBefore(needs)
    if (needs > before) setOpen(true)
  }
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
        {label}
      </summary>
      <div className="grid gap-5 pt-2">{children}</div>
    </details>
  )
}
