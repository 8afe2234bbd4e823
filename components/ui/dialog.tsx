'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { CLOSE, Drawing } from './drawing'

/**
 * The browser's own modal dialog: it traps and returns the focus and closes on Escape by itself.
 * Stays in the page while closed, so what was typed inside is kept.
 */
export const Dialog = ({
  isOpen,
  onClose,
  title,
  children,
}: {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
}) => {
  const t = useTranslations('common')
  const heading = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    if (dialog === null || dialog.open === isOpen) return
    if (isOpen) dialog.showModal()
    else dialog.close()
  }, [isOpen])
  return (
    <dialog
      ref={element}
      aria-labelledby={heading}
      onClose={onClose}
      className="m-auto w-[min(40rem,calc(100vw-2rem))] rounded border border-hair bg-surface p-0 text-ink shadow-layer max-sm:mb-0 max-sm:w-full max-sm:max-w-full max-sm:rounded-b-none"
    >
      <div className="flex items-start gap-4 px-5 pt-4">
        <h2 id={heading} className="grow pt-1.5">
          {title}
        </h2>
        <button
          type="button"
          onClick={() => element.current?.close()}
          className="grid size-11 place-items-center rounded text-muted hover:bg-sunken"
        >
          <Drawing path={CLOSE} />
          <span className="sr-only">{t('close')}</span>
        </button>
      </div>
      <div className="px-5 pt-2 pb-5">{children}</div>
    </dialog>
  )
}
