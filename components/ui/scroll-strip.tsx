'use client'
import { type ReactNode, useEffect, useRef } from 'react'

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
  useEffect(() => {
    const nav = strip.current
    const current = nav?.querySelector('[aria-current]')
    // Not scrollIntoView: that would scroll the page as well.
    if (nav !== null && current instanceof HTMLElement)
      nav.scrollLeft = current.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2
  })
  return (
    <nav ref={strip} aria-label={label} className={className}>
      {children}
    </nav>
  )
}
