'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { controlClass } from '@/components/forms/field'
import { Button } from '@/components/ui/button'

/** Link and code, once. The link takes the focus and is selected, for those who copy by hand. */
export const ShareReady = ({
  href,
  code,
  to,
  onDone,
}: {
  href: string
  code: string
  to: string
  onDone: () => void
}) => {
  const t = useTranslations('referrals')
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
    <div className="grid gap-3">
      <p>{t('share.ready')}</p>
      <div className="grid gap-1">
        <label htmlFor={id} dir="auto" className="font-semibold wrap-anywhere">
          {t('share.link', { to })}
        </label>
        <input
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
        <Button onClick={() => void copy().catch(() => setCopied(false))}>{t('share.copy')}</Button>
        <span role="status" className="text-sm text-done">
          {isCopied ? t('share.copied') : ''}
        </span>
      </p>
      <p className="font-semibold">{t('share.code')}</p>
      {/* In two groups, as one says it. */}
      <p data-share="code" translate="no" className="num text-h2 font-semibold tracking-widest">
        <bdi>{`${code.slice(0, 4)} ${code.slice(4)}`}</bdi>
      </p>
      <p>
        <Button kind="quiet" onClick={onDone}>
          {t('share.done')}
        </Button>
      </p>
    </div>
  )
}
