'use client'
import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** Links on one line that scrolls sideways where it is too long for the screen, with the current one in view. */
export const ScrollStrip = ({
  label,
  className,
  children,
}: {
  label: string
  className: string
  children: ReactNode
}) => {
  const strip = useRef<HTMLElement>(null)
  const shown = useRef<Element>(null)
  // Before it is painted, and once for each link that becomes current: later it would move under a finger.
  useLayoutEffect(() => {
    const nav = strip.current
    const current = nav?.querySelector('[aria-current]')
    if (nav === null || !(current instanceof HTMLElement) || current === shown.current) return
    shown.current = current
    // Someone who came here by keys before the script did stays where they are.
    if (nav.contains(document.activeElement)) return
    // Not scrollIntoView: that would scroll the page as well.
    nav.scrollLeft = current.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2
  })
  return (
    <nav ref={strip} aria-label={label} className={className}>
      {children}
    </nav>
  )
}
