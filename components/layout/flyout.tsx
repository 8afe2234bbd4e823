'use client'
import { type ReactNode, useId, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'

const PLACES = {
  top: 'top-16 right-4 sm:right-7',
  bottom: 'right-3 bottom-20 left-3 w-auto',
} as const

/**
 * A panel that a button opens: the browser's own popover, so Escape, a click beside it and the order of the focus come
 * with it. Following a link inside closes it, and so does opening another panel.
 */
export const Flyout = ({
  trigger,
  triggerClass,
  label,
  id: given,
  place = 'top',
  children,
}: {
  trigger: ReactNode
  triggerClass: string
  label: string
  /** Where another button opens it too. */
  id?: string
  place?: keyof typeof PLACES
  children: ReactNode
}) => {
  const own = useId()
  const id = given ?? own
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDialogElement>(null)
  const settle = (): void => {
    if (place === 'top' && panel.current !== null && button.current !== null)
      panel.current.style.top = `${Math.max(8, button.current.getBoundingClientRect().bottom + 8)}px`
  }
  return (
    <>
      <button ref={button} type="button" popoverTarget={id} className={triggerClass}>
        {trigger}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the click comes from a link inside, which has its own keys */}
      <dialog
        ref={panel}
        id={id}
        popover="auto"
        onBeforeToggle={settle}
        aria-label={label}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('a, [popovertarget]') !== null)
            panel.current?.hidePopover()
        }}
        className={classNames(
          'fixed inset-auto m-0 max-h-[80dvh] w-80 max-w-[calc(100vw-2rem)] overflow-y-auto rounded border border-hair bg-surface p-4 text-ink shadow-layer',
          PLACES[place],
        )}
      >
        {children}
      </dialog>
    </>
  )
}
