'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * A form that is drawn when it is opened: a list with several in each row would weigh several times as much. It stays once it was open,
 * so that what was typed stays too.
 */
export const FormFold = ({
  label,
  of,
  children,
}: {
  label: string
  /** What it belongs to, for those who do not see the page. */
  of: string
  children: () => ReactNode
}) => {
  const fold = useRef<HTMLDetailsElement>(null)
  const [wasOpen, setWasOpen] = useState(false)
  // It may have been opened before the script came.
  useEffect(() => {
    if (fold.current?.open) setWasOpen(true)
  }, [])
  return (
    <details
      ref={fold}
      className="min-w-0 open:basis-full print:hidden"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setWasOpen(true)
      }}
    >
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
        {label}
        <span className="sr-only">: {of}</span>
      </summary>
      {wasOpen ? <div className="pt-2">{children()}</div> : null}
    </details>
  )
}
