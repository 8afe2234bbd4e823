'use client'
import type { KeyboardEvent, ReactNode } from 'react'
import { classNames } from './class-names'

const LOOKS = {
  /** A choice that narrows a list. */
  chip: 'rounded-full border border-edge bg-surface px-3 text-ink',
  dashed: 'rounded-full border border-dashed border-edge px-3 text-muted',
  /** A small button. */
  button: 'rounded border border-accent-edge px-3 font-semibold text-accent hover:bg-accent-soft',
  link: 'rounded px-1.5 font-semibold text-link underline',
} as const

/**
 * A panel under a word: opens without a script, closes when the focus leaves it or by Escape. Where there is little room it
 * stands at the foot of the screen.
 */
export const DropDown = ({
  label,
  look = 'button',
  isAtEnd = false,
  children,
}: {
  label: ReactNode
  look?: keyof typeof LOOKS
  /** Opens towards the start of the line: for a button at its end. */
  isAtEnd?: boolean
  children: ReactNode
}) => {
  const close = (event: KeyboardEvent<HTMLDetailsElement>): void => {
    if (event.key !== 'Escape' || !event.currentTarget.open) return
    event.preventDefault()
    event.currentTarget.open = false
    event.currentTarget.querySelector('summary')?.focus()
  }
  return (
    <details
      className="relative shrink-0 print:hidden"
      onKeyDown={close}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (document.hasFocus() && !currentTarget.contains(relatedTarget)) currentTarget.open = false
      }}
    >
      <summary className={classNames('drop', LOOKS[look])}>{label}</summary>
      {/* It takes the focus of a click between its fields, which would close it otherwise. */}
      <div tabIndex={-1} className={classNames('drop-panel', isAtEnd ? 'xl:end-0' : 'xl:start-0')}>
        {children}
      </div>
    </details>
  )
}
