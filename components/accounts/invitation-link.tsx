'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { controlClass } from '@/components/forms/field'
import { Button } from '@/components/ui/button'

/** A link to copy, once. The field takes the focus and is selected, for those who copy by hand. */
export const InvitationLink = ({
  words,
  href,
  onDone,
}: {
  words: { ready: string; label: string; copied: string; done: string }
  href: string
  onDone: () => void
}) => {
  const t = useTranslations('accounts.invite')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => field.current?.select(), [])

  const copy = async (): Promise<void> => {
    field.current?.select()
    await navigator.clipboard.writeText(href)
    setCopied(true)
  }

  return (
    <div className="grid gap-3">
      <p>{words.ready}</p>
      <label htmlFor={id} className="break-words font-semibold">
        {words.label}
      </label>
      <input
        ref={field}
        id={id}
        readOnly
        value={href}
        translate="no"
        className={controlClass('min-h-11 w-full')}
      />
      <p className="flex flex-wrap gap-3">
        {/* Without permission for the clipboard the field stays selected. */}
        <Button onClick={() => void copy().catch(() => setCopied(false))}>{t('copy')}</Button>
        <Button kind="quiet" onClick={onDone}>
          {words.done}
        </Button>
      </p>
      <p role="status" className="text-sm text-done">
        {copied ? words.copied : ''}
      </p>
    </div>
  )
}
