'use client'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { controlClass } from './field'

/** A link that is shown once. The field takes the focus and is selected, for those who copy by hand. */
export const LinkToCopy = ({
  label,
  href,
  words,
  children,
}: {
  label: string
  href: string
  words: { readonly copy: string; readonly copied: string }
  /** What stands beside the press that copies. */
  children?: ReactNode
}) => {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => field.current?.select(), [])
  const copy = async (): Promise<void> => {
    field.current?.select()
    await navigator.clipboard.writeText(href)
    setCopied(true)
  }
  return (
    <>
      <div className="grid gap-1">
        <label htmlFor={id} dir="auto" className="font-semibold wrap-anywhere">
          {label}
        </label>
        <input
          autoComplete="off"
          ref={field}
          id={id}
          readOnly
          value={href}
          translate="no"
          className={controlClass('min-h-11 w-full')}
        />
      </div>
      <p className="flex flex-wrap items-center gap-3">
        {/* Without permission for the clipboard the field stays selected. */}
        <Button onClick={() => void copy().catch(() => setCopied(false))}>{words.copy}</Button>
        {children}
      </p>
      <p role="status" className="text-sm text-done">
        {isCopied ? words.copied : ''}
      </p>
    </>
  )
}
